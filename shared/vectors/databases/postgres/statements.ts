import type { Dialect } from './dialect.ts';

/** Every statement names the tenant although the policy holds it to it: the key begins with it. */
export const statementsOf = ({ table, score }: Dialect) => ({
  /** What identifies a version's vectors, as one text: who else writes them waits for the transaction. */
  lock: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  /** tenant, space, document, version, content */
  clear: `delete from ${table}
    where tenant = $1 and space = $2 and document_id = $3 and version = $4 and content = $5`,
  /** The same, then an ordinal and a vector per row. */
  insert: (rows: number, columnType: string) => `insert into ${table}
    (tenant, space, document_id, version, content, ordinal, embedding)
    values ${Array.from(
      { length: rows },
      (_, at) =>
        `($1, $2, $3, $4::integer, $5, $${6 + 2 * at}::integer, $${7 + 2 * at}::${columnType})`,
    )}`,
  /** tenant, space, vector, limit, then documents, versions and contents to look among */
  nearest: (columnType: string) => `select document_id, version, content, ordinal,
      ${score('embedding', `$3::${columnType}`)} as score
    from ${table}
    join unnest($5::text[], $6::integer[], $7::text[]) as among (document_id, version, content)
      using (document_id, version, content)
    where tenant = $1 and space = $2
    order by score desc, document_id, version, ordinal
    limit $4`,
  /** tenant, space, document, version, content */
  read: `select ordinal, embedding::real[] as vector from ${table}
    where tenant = $1 and space = $2 and document_id = $3 and version = $4 and content = $5
    order by ordinal`,
  /** tenant, document, version, content or null for all */
  remove: `delete from ${table}
    where tenant = $1 and document_id = $2 and version = $3 and content = coalesce($4, content)`,
  /** tenant, the key of the last row that was seen, limit */
  versions: `select space as "spaceId", document_id, version, content, count(*)::integer as vectors
    from ${table}
    where tenant = $1 and (space, document_id, version, content) > ($2, $3, $4::integer, $5)
    group by space, document_id, version, content
    order by space, document_id, version, content
    limit $6`,
});
