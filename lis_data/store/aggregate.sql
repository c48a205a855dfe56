-- Figures of areas for which the publisher gives none: sums, ratios of sums and weighted means over members, of a part
-- by its share, and figures that were published for an identical area. Nothing is ever added up over overlapping areas.

-- Regions of NUTS 2 are members of an area that is an exact union of them.
insert into membership
with nuts as (
    select area_code as member_code, list(member_code) as districts
    from membership
    where geography_id = 'nuts2-2016' and member_geography_id = 'lad-2017' and coverage = 'whole'
    group by area_code
),
wider as (
    select geography_id, area_code, list(member_code) as districts
    from membership
    where geography_id <> 'nuts2-2016' and member_geography_id = 'lad-2017'
    group by geography_id, area_code
    having bool_and(coverage = 'whole')
),
inside as (
    select wider.*, nuts.member_code, len(nuts.districts) as n
    from wider join nuts on list_has_all(wider.districts, nuts.districts)
),
exact as (
    select geography_id, area_code from inside
    group by geography_id, area_code
    having sum(n) = any_value(len(districts))
)
select geography_id, area_code, 'nuts2-2016', member_code, 'whole', 1.0, ''
from inside join exact using (geography_id, area_code)
on conflict do nothing;

-- How many members an area has, whether one is only partly inside, and whether the share of one is not known.
create temp table coverage as
select
    geography_id,
    area_code,
    member_geography_id,
    count(*) as members,
    bool_or(coverage = 'part') as divided,
    bool_or(weight is null) as split
from membership
group by geography_id, area_code, member_geography_id;

-- What the evidence has for an area holds for an area of the same districts in another geography. Where it has several,
-- one of the same level (a LEP of another year; a strategy's area counts as one) goes before a LEP, and a LEP before a
-- region: their files differ in rounding. A relative figure stays on its own level, whose areas are its scale. A sum of
-- districts goes before what is carried; a sum of regions after what is carried from the same level.
create temp table same_area as
with districts as (
    select geography_id, area_code, list_sort(list((member_code, weight))) as members
    from membership
    where member_geography_id = 'lad-2017' and geography_id in (select geography_id from derived_geography)
    group by geography_id, area_code
    having bool_and(weight is not null)
),
levelled as (
    select districts.*, case level when 'lis-area' then 'lep' else level end as level
    from districts join geography using (geography_id)
)
select
    a.geography_id, a.area_code, b.geography_id as twin_geography_id, b.area_code as twin_code,
    a.level = b.level as same_level, b.level = 'lep' as of_lep
from levelled as a
join levelled as b on a.members = b.members and a.geography_id <> b.geography_id;

create temp table carried as
select
    given.indicator_id, same_area.geography_id, same_area.area_code, given.period, given.industry,
    given.value, given.lower, given.upper, given.status, given.dataset_id,
    case given.derivation when 'published' then 'same-area' else given.derivation end as derivation,
    same_level
from observation as given
join same_area on twin_geography_id = given.geography_id and twin_code = given.area_code
anti join observation as known
    on known.indicator_id = given.indicator_id
    and known.geography_id = same_area.geography_id
    and known.area_code = same_area.area_code
    and known.period = given.period
    and known.industry = given.industry
where given.status not in ('M', 'C')
    and (same_level or given.indicator_id not in (select indicator_id from indicator where relative))
qualify row_number() over (
    partition by given.indicator_id, same_area.geography_id, same_area.area_code, given.period, given.industry
    order by same_level desc, of_lep desc, given.geography_id desc
) = 1;

-- Sums over members, for areas and periods without a published figure; with a part they are estimates.
insert into observation
with source as (
    select indicator_id, period, arg_min(source_geography_id, rank) as source_geography_id
    from observation
    join sum_rule using (indicator_id)
    where observation.geography_id = sum_rule.source_geography_id
    group by indicator_id, period
),
target as (
    select source.*, geography_id, area_code
    from source
    cross join area join geography using (geography_id)
    anti join observation using (indicator_id, geography_id, area_code, period)
    where geography_id in (select geography_id from derived_geography)
        or (level = 'lad' and indicator_id in (select indicator_id from weight))
),
summed as (
    select
        target.indicator_id,
        target.geography_id,
        target.area_code,
        target.period,
        part.industry,
        target.source_geography_id,
        sum(part.value * membership.weight) as value,
        count(part.value) as present,
        min(part.status) as weakest,
        any_value(part.dataset_id) as dataset_id,
        any_value(part.derivation) as derivation
    from target
    join membership
        on membership.geography_id = target.geography_id
        and membership.area_code = target.area_code
        and membership.member_geography_id = target.source_geography_id
    join observation as part
        on part.indicator_id = target.indicator_id
        and part.geography_id = target.source_geography_id
        and part.area_code = membership.member_code
        and part.period = target.period
    group by all
),
judged as (
    select
        summed.*,
        members,
        case
            when split or (present < members and weakest <> 'C') then 'M'::status
            when present < members then 'C'::status
            when divided then least(weakest, 'E'::status)
            else weakest
        end as status
    from summed
    join coverage
        on coverage.geography_id = summed.geography_id
        and coverage.area_code = summed.area_code
        and coverage.member_geography_id = summed.source_geography_id
)
select
    indicator_id, geography_id, area_code, period, industry,
    case when status not in ('M', 'C') then value end, null, null, status, dataset_id,
    case
        when members > 1 or value is null or source_geography_id like 'lad-%' then 'sum'
        when derivation = 'published' then 'same-area'
        else derivation
    end
from judged;

-- A gap, or a sum of regions or of one, gives way to what is carried; a sum of districts stays.
delete from carried
using observation
where observation.derivation = 'sum'
    and observation.value is not null
    and not (same_level and carried.indicator_id in (select indicator_id from sum_rule where source_geography_id like 'nuts%'))
    and observation.indicator_id = carried.indicator_id
    and observation.geography_id = carried.geography_id
    and observation.area_code = carried.area_code
    and observation.period = carried.period
    and observation.industry = carried.industry;

delete from observation
using carried
where observation.indicator_id = carried.indicator_id
    and observation.geography_id = carried.geography_id
    and observation.area_code = carried.area_code
    and observation.period = carried.period
    and observation.industry = carried.industry;

insert into observation select * exclude (same_level) from carried;

-- Ratios of two figures of the same area and period, where the publisher gives no ratio. A stock of the year (residents
-- in the middle of 2018) also divides what is counted in a month or in a year that starts then (March 2018, 2018/19).
insert into observation
with published as (
    select distinct indicator_id, geography_id, area_code, period from observation
),
divided as (
    select
        rule.indicator_id,
        top.geography_id,
        top.area_code,
        top.period,
        case when rule.numerator_industry = '' then top.industry else '_T' end as industry,
        rule.scale * top.value / nullif(bottom.value, 0) as value,
        least(top.status, bottom.status) as weakest,
        top.dataset_id
    from ratio_rule as rule
    join observation as top
        on top.indicator_id = rule.numerator
        and top.industry = coalesce(nullif(rule.numerator_industry, ''), top.industry)
    join observation as bottom
        on bottom.indicator_id = rule.denominator
        and bottom.geography_id = top.geography_id
        and bottom.area_code = top.area_code
        and bottom.period in (top.period, left(top.period, 4))
        and bottom.industry = coalesce(nullif(rule.denominator_industry, ''), top.industry)
)
select
    indicator_id, geography_id, area_code, period, industry, value, null, null,
    case when value is null and weakest not in ('M', 'C') then 'M'::status else weakest end,
    dataset_id, 'ratio'
from divided
anti join published using (indicator_id, geography_id, area_code, period);

-- Means over members, weighted; always an estimate of ours. The weight is of the latest year up to the period's.
create temp table weight_figure as
select indicator_id as weight, geography_id, area_code, period as weight_period, left(period, 4) as year, value
from observation
where indicator_id in (select indicator_id from weight) and industry = '_T';

create temp table mean_part as
select observation.*, mean_rule.weight, mean_rule.rank
from observation
join mean_rule
    on mean_rule.indicator_id = observation.indicator_id
    and mean_rule.source_geography_id = observation.geography_id;

create temp table weighed as
with source as (
    select indicator_id, weight, period, arg_min(geography_id, rank) as geography_id
    from mean_part
    group by indicator_id, weight, period
),
timed as (
    select source.*, max(weight_period) as weight_period
    from source
    join (select distinct weight, geography_id, weight_period, year from weight_figure) as known
        on known.weight = source.weight
        and known.geography_id = source.geography_id
        and known.year <= left(source.period, 4)
    group by all
)
select timed.*, part.area_code, part.industry, part.dataset_id, part.value as value, weight_figure.value as heft
from timed
join mean_part as part using (indicator_id, weight, geography_id, period)
join weight_figure using (weight, geography_id, weight_period, area_code);

insert into observation
with published as (
    select distinct indicator_id, geography_id, area_code, period from observation
),
averaged as (
    select
        weighed.indicator_id,
        membership.geography_id,
        membership.area_code,
        weighed.period,
        weighed.industry,
        weighed.geography_id as source_geography_id,
        sum(weighed.value * heft * membership.weight) / sum(heft * membership.weight) as value,
        count(weighed.value * heft) as present,
        any_value(dataset_id) as dataset_id
    from weighed
    join membership
        on membership.member_geography_id = weighed.geography_id
        and membership.member_code = weighed.area_code
    where membership.geography_id in (select geography_id from derived_geography)
    group by all
),
judged as (
    select averaged.*, present = members and not split as complete
    from averaged
    join coverage
        on coverage.geography_id = averaged.geography_id
        and coverage.area_code = averaged.area_code
        and coverage.member_geography_id = averaged.source_geography_id
)
select
    indicator_id, geography_id, area_code, period, industry,
    case when complete then value end, null, null, case when complete then 'E' else 'M' end::status,
    dataset_id, 'weighted-mean'
from judged
anti join published using (indicator_id, geography_id, area_code, period);
