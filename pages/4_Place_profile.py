"""Place profile: what does one place's whole evidence say?"""

from __future__ import annotations

from pages.ui.exhibit import page
from pages.ui.views.profile import choice, empty, profile

place = choice.choose()
if place.area_code:
    profile.show(place)
else:
    empty.show(place)
page.close()
