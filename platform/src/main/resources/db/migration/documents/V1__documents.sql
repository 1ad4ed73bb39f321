-- Papers that people brought. Of a paper the rows say what it is; what stands on it lies sealed outside of the database.

create table documents.document (
    id         uuid        primary key,
    owner_kind text        not null check (owner_kind ~ '^[a-z][a-z_]{0,39}$'),
    owner      uuid        not null,
    path       ltree       not null,
    member     uuid,
    kind       text        not null check (kind in ('PHOTO', 'PDF', 'OFD', 'XML', 'TABLE')),
    pages      integer     not null check (pages >= 0),
    bytes      bigint      not null check (bytes > 0),
    at         timestamptz not null,
    blurred    boolean     not null,
    digest     text        not null check (length(digest) = 64),
    key_sealed bytea       not null,
    receipt_sealed bytea,
    unique (id, path)
);

comment on column documents.document.digest is 'Keyed digest of what was brought: equal files have equal ones, and nobody without the key can tell of which.';
comment on column documents.document.key_sealed is 'The key of this document alone; with the row it is gone, and what lies outside can never be opened.';
comment on column documents.document.receipt_sealed is 'What a medical receipt says, as far as it could be read.';

create index document_of_owner on documents.document (owner, id);
create index document_of_member on documents.document (member) where member is not null;
create index document_by_path on documents.document using gist (path);

-- What lies outside: the pages for looking at, what was brought where it is kept as it came, the pieces of large tables.
create table documents.blob (
    document uuid     not null,
    path     ltree    not null,
    member   uuid,
    place    text     not null check (place ~ '^(original|(page|piece)/[0-9]+)$'),
    name     text     not null unique check (name ~ '^[0-9a-f]{64}$'),
    bytes    bigint   not null check (bytes > 0),
    primary key (document, place),
    foreign key (document, path) references documents.document (id, path) on update cascade on delete cascade
);

comment on column documents.blob.name is 'SHA-256 of the sealed bytes, which it lies under.';

-- Blobs whose rows were deleted: copies that are being made may still need them, for a day.
create table documents.dropped (
    name text        primary key,
    at   timestamptz not null
);

-- What is being brought in pieces, over lines that break.
create table documents.upload (
    id         uuid        primary key,
    owner_kind text        not null,
    owner      uuid        not null,
    path       ltree       not null,
    member     uuid,
    extension  text        not null check (extension ~ '^[a-z0-9]{0,8}$'),
    bytes      bigint      not null check (bytes > 0),
    stands     bigint      not null default 0 check (stands between 0 and bytes),
    at         timestamptz not null,
    document   uuid
);

comment on column documents.upload.extension is 'All that is kept of the name of the file: a name may say who is ill with what.';

create index upload_of_owner on documents.upload (owner);

create table documents.piece (
    id     uuid    primary key,
    upload uuid    not null references documents.upload (id) on delete cascade,
    path   ltree   not null,
    member uuid,
    place  integer not null check (place >= 0),
    sealed bytea   not null,
    unique (upload, place)
);

do $$
declare
    each text;
begin
    foreach each in array array['document', 'blob', 'upload', 'piece'] loop
        execute format('alter table documents.%I enable row level security', each);
        execute format('alter table documents.%I force row level security', each);
        execute format('create policy reach on documents.%I using (house.reaches(path)) with check (house.reaches(path))', each);
        -- A member sees and brings his own.
        execute format('create policy own on documents.%I using (member = house.member()) with check (member = house.member())', each);
    end loop;
end $$;

alter table documents.dropped enable row level security;
alter table documents.dropped force row level security;
create policy whole on documents.dropped using (house.reaches(''));
-- Whoever may delete the row of a blob may say that it is gone.
create policy said on documents.dropped for insert with check (true);

grant usage on schema documents to ${runner};
grant select, insert, delete on documents.document, documents.blob, documents.upload, documents.piece to ${runner};
grant update (path, key_sealed, receipt_sealed) on documents.document to ${runner};
grant update (stands, document, path) on documents.upload to ${runner};
grant update (path, sealed) on documents.piece to ${runner};
grant select, insert, delete on documents.dropped to ${runner};
