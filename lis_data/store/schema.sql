-- The reference store. Built once from the evidence, then read only; the key of an observation is its first five columns
-- and is checked after the build instead of indexed, because every question scans one indicator.

create type status as enum ('M', 'C', 'E', 'U', 'P', 'A');  -- from the weakest to the soundest: min() is the status of a sum

create table dataset (  -- one row per publisher's table in one vintage
    dataset_id varchar primary key,
    title varchar not null,
    publisher varchar not null,
    "table" varchar not null,
    url varchar not null,
    found_at varchar not null,
    licence varchar not null,
    published varchar not null,
    retrieved varchar not null,
    note varchar not null,
    official_status varchar not null,
    contact varchar not null,
    revisions varchar not null,  -- how and when the publisher revises it
    quality varchar not null  -- what the publisher says of its quality
);

create table indicator (  -- one row per series
    indicator_id varchar primary key,
    dataset_id varchar not null,
    title varchar not null,
    description varchar not null,
    unit varchar not null,
    decimals integer not null,
    polarity varchar not null,
    foundation varchar not null,
    additive boolean not null,
    relative boolean not null,  -- its scale is made of the areas of one level: never carried to another
    aggregate varchar not null,
    numerator varchar not null,
    denominator varchar not null,
    weight varchar not null,
    method varchar not null,
    caveat varchar not null,
    breaks varchar[] not null,
    breaks_below_regions varchar[] not null,
    scheme varchar not null  -- of its industry codes, empty where it has none
);

create table industry (  -- one row per industry code of a scheme; a parent contains its children
    scheme varchar not null,
    industry varchar not null,
    title varchar not null,
    parent varchar,
    level varchar not null,
    sort integer not null,
    leaf boolean not null,
    primary key (scheme, industry)
);

create table geography (  -- one row per level with a vintage
    geography_id varchar primary key,
    level varchar not null,
    vintage varchar not null,
    title varchar not null,
    singular varchar not null,
    plural varchar not null,
    attribution varchar not null  -- what the licence of its areas' membership asks to be said, mostly nothing
);

create table area (  -- one row per area of a geography
    geography_id varchar not null,
    area_code varchar not null,
    name varchar not null,
    parent_code varchar,
    approximate boolean not null,
    note varchar not null,
    primary key (geography_id, area_code)
);

create table area_alias (  -- one row per other name of an area; an ambiguous one stands on several rows
    alias varchar not null,
    geography_id varchar not null,
    area_code varchar not null,
    ambiguous boolean not null
);

create table membership (  -- one row per area and area inside it; coverage 'part' where only a part lies inside
    geography_id varchar not null,
    area_code varchar not null,
    member_geography_id varchar not null,
    member_code varchar not null,
    coverage varchar not null,
    weight double,
    note varchar not null,
    primary key (geography_id, area_code, member_geography_id, member_code)
);

create table neighbour (  -- one row per pair of areas that share a border, both ways
    geography_id varchar not null,
    area_code varchar not null,
    neighbour_code varchar not null
);

create table boundary (  -- one row per area that has a shape (the United Kingdom has none), as the pages draw it
    geography_id varchar not null,
    area_code varchar not null,
    geometry geometry not null,  -- longitude and latitude in degrees (WGS 84, as RFC 7946 has it)
    primary key (geography_id, area_code)
);

create table observation (  -- one row per indicator, geography, area, period and industry
    indicator_id varchar not null,
    geography_id varchar not null,
    area_code varchar not null,
    period varchar not null,
    industry varchar not null,
    value double,
    lower double,
    upper double,
    status status not null,
    dataset_id varchar not null,  -- where the figure, or the parts that it is made of, were published
    derivation varchar not null  -- one of model.DERIVATIONS
);

create table release (  -- one row: what this store was built from
    built_at timestamp not null,
    evidence_hash varchar not null,
    datasets bigint not null,
    indicators bigint not null,
    areas bigint not null,
    observations bigint not null
);

-- The rules of aggregate.sql, as the catalogue states them. A source of lower rank is preferred.
create table derived_geography (geography_id varchar);  -- for whose areas figures are made
create table sum_rule (indicator_id varchar, source_geography_id varchar, rank integer);
create table weight (indicator_id varchar);  -- summed for later districts too, so that it can weigh their figures
create table ratio_rule (
    indicator_id varchar,
    numerator varchar,
    numerator_industry varchar,
    denominator varchar,
    denominator_industry varchar,
    scale double
);
create table mean_rule (indicator_id varchar, source_geography_id varchar, rank integer, weight varchar);
