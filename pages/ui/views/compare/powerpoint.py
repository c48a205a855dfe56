"""The slides as a PowerPoint file: titles and text as text, pictures as PNG, the room's notes as speaker notes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page
from pptx.util import Inches, Length, Pt

from pages.ui.exhibit.palette import LIGHT
from pages.ui.views.compare import pictures, slides
from pages.ui.views.compare.choice import Choice
from pages.ui.views.compare.slides import Slide

_WIDTH, _HEIGHT, _MARGIN = Inches(13.333), Inches(7.5), Inches(0.55)
_INNER = Length(_WIDTH - 2 * _MARGIN)
_TITLE_ONLY = 5
_BODY = 18
_PICTURE_TOP, _PICTURE_HEIGHT = Inches(1.95), Inches(4.6)


def made(choice: Choice, listed: Sequence[str], notes: Mapping[str, str]) -> bytes:
    """The file; `notes` by foundation stand under the slide of its questions."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    for slide_id in listed:
        slide = slides.made(choice, slide_id)
        page = _page(deck, slide)
        if slide.picture:
            _picture(page, choice, slide)
        else:
            _columns(page, slide)
        foundation = slide_id.partition(".")[0]
        spoken: Any = page.notes_slide.notes_text_frame
        spoken.text = "\n\n".join(part for part in (slide.alt or slide.subtitle, notes.get(foundation, "")) if part)
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def _page(deck: Deck, slide: Slide) -> Page:
    page = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _MARGIN, Inches(0.3), _INNER, Inches(1.1)
    title.text_frame.text = slide.title
    title.text_frame.paragraphs[0].font.size = Pt(24 if slide.long else 32)
    title.text_frame.paragraphs[0].font.bold = True
    title.text_frame.paragraphs[0].alignment = 1
    _text(page, [slide.subtitle], top=Inches(1.4), size=18)
    _text(page, [slide.source], top=Inches(6.75), size=11)
    return page


def _picture(page: Page, choice: Choice, slide: Slide) -> None:
    """The picture as large as fits, or why there is none."""
    spec = pictures.on_a_slide(choice, *slide.picture, LIGHT) if slide.picture else None
    if spec is None:
        return _text(page, ["There is only one period that may be compared."], top=_PICTURE_TOP, size=20)
    drawn = page.shapes.add_picture(io.BytesIO(pictures.png(spec)), _MARGIN, _PICTURE_TOP)
    scale = min(_INNER / drawn.width, _PICTURE_HEIGHT / drawn.height)
    drawn.width, drawn.height = Length(int(drawn.width * scale)), Length(int(drawn.height * scale))
    element: Any = drawn.element
    element.nvPicPr.cNvPr.set("descr", slide.alt)


def _columns(page: Page, slide: Slide) -> None:
    numbered = [f"{number}. {point}" for number, point in enumerate(slide.points, 1)]
    width = Length(int(_INNER * 0.48)) if slide.second else _INNER
    _text(page, numbered if slide.numbered else slide.points, top=Inches(2.1), size=_BODY, width=width)
    if slide.second:
        _text(page, slide.second, top=Inches(2.1), size=_BODY, width=width, left=Length(_MARGIN + int(_INNER * 0.52)))


def _text(
    page: Page, lines: Sequence[str], *, top: Length, size: int, width: Length = _INNER, left: Length = _MARGIN
) -> None:
    box = page.shapes.add_textbox(left, top, width, Inches(0.5)).text_frame
    box.word_wrap = True
    for index, line in enumerate(lines):
        paragraph = box.paragraphs[0] if not index else box.add_paragraph()
        paragraph.text = line
        paragraph.font.size = Pt(size)
        paragraph.space_after = Pt(size / 2)
