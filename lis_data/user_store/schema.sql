-- The uploads of analysts: a database of its own, which the reference store never contains. Every row of a version is
-- written in one transaction. Its figures have the columns of the store's, and ids that no official indicator can have.

create table layout (number integer not null);  -- of these tables; a newer program refuses an older file, or moves it on
insert into layout values (1);

create table upload (  -- one row per upload
    upload_id varchar not null,
    owner varchar not null,  -- SHA-256 of the owner's secret
    state varchar not null,  -- session, saved or published
    link varchar not null,  -- what a private link ends with; empty where there is none
    version integer not null,  -- the current one
    created timestamp not null,
    changed timestamp not null
);

create table version (  -- one row per file that was given
    upload_id varchar not null,
    version integer not null,
    saved timestamp not null,
    file_name varchar not null,
    file blob not null,  -- as it was given
    side_file varchar not null,  -- the owner's answers, as `intake.describe` writes them, and the formulae of derived series
    title varchar not null,
    source varchar not null,
    licence varchar not null,
    note varchar not null,
    observations bigint not null
);

create table series (  -- one row per series of a version
    upload_id varchar not null,
    version integer not null,
    sort integer not null,
    indicator_id varchar not null,
    title varchar not null,
    unit varchar not null,
    decimals integer not null,
    polarity varchar not null,
    foundation varchar not null,
    additive boolean not null
);

create table observation (  -- one row per figure of a version
    upload_id varchar not null,
    version integer not null,
    indicator_id varchar not null,
    geography_id varchar not null,
    area_code varchar not null,
    period varchar not null,
    industry varchar not null,
    value double,
    lower double,
    upper double,
    status varchar not null,
    derivation varchar not null  -- uploaded; uploaded-sum where the intake added up areas; or uploaded-derived
);
