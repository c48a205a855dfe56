-- The reference store's tables with the current version of the uploads that the temporary table `chosen` lists.

create or replace temp view observation as
select * replace (status::varchar as status)
from reference.observation
union all by name
select
    indicator_id, geography_id, area_code, period, industry, value, lower, upper, status,
    'u-' || upload_id as dataset_id,
    derivation
from uploads.observation
join uploads.upload using (upload_id, version)
semi join chosen using (upload_id);

create or replace temp view indicator as
from reference.indicator
union all by name
select
    indicator_id,
    'u-' || upload_id as dataset_id,
    series.title || ' ' || mark as title,
    version.note as description,
    unit, decimals, polarity, foundation, additive,
    'none' as aggregate,
    '' as numerator,
    '' as denominator,
    '' as weight,
    coalesce(
        'Derived from figures of this upload: ' || json_extract_string(side_file, '$.derived."' || indicator_id || '"') || '.',
        'As its owner uploaded it in the file ' || file_name || '.'
    ) as method,
    'Not an official figure, and not checked beyond its form.' as caveat,
    []::varchar[] as breaks,
    []::varchar[] as breaks_below_regions,
    '' as scheme
from uploads.series
join uploads.version using (upload_id, version)
join uploads.upload using (upload_id, version)
join chosen using (upload_id);

create or replace temp view dataset as
from reference.dataset
union all by name
select
    'u-' || upload_id as dataset_id,
    version.title || ' ' || mark as title,
    if(source = '', 'Source not stated', source) as publisher,
    file_name as "table",
    '' as url,
    '' as found_at,
    if(licence = '', 'Licence not stated', licence) as licence,
    '' as published,
    strftime(saved, '%Y-%m-%d') as retrieved,
    note,
    '' as official_status,
    '' as contact,
    '' as revisions,
    '' as quality
from uploads.version
join uploads.upload using (upload_id, version)
join chosen using (upload_id);
