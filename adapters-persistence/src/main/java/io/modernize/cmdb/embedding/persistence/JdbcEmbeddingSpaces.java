package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.database.persistence.TenantJdbc;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores in {@code embedding_space_uses} which of the {@code embedding_spaces} client accounts use. */
@Component
class JdbcEmbeddingSpaces implements EmbeddingSpaces {
    private static final String ACTIVE = """
        select %s from embedding_spaces s
        left join embedding_space_uses u on u.embedding_space_id = s.id and u.client_account_id = :client
        where u.active or (s.active and not exists (
            select from embedding_space_uses other where other.client_account_id = :client and other.active))
        """;

    private final TenantJdbc jdbc;

    JdbcEmbeddingSpaces(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EmbeddingSpace common() {
        return jdbc.sql("select " + EmbeddingSpaceRow.COLUMNS + " from embedding_spaces s where s.active")
                .query((row, number) -> EmbeddingSpaceRow.read(row))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no embedding space is active"));
    }

    @Override
    public EmbeddingSpace active(TenantScope scope) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, ACTIVE.formatted(EmbeddingSpaceRow.COLUMNS))
                        .query((row, number) -> EmbeddingSpaceRow.read(row))
                        .optional()
                        .orElseThrow(() -> new IllegalStateException("no embedding space is active")));
    }

    @Override
    public List<EmbeddingSpace> maintained(TenantScope scope) {
        return jdbc.inScope(
                scope,
                () -> jdbc.sql(scope, """
                    select %s from embedding_spaces s
                    join (%s) active on true
                    where s.id = active.id or exists (select from embedding_space_uses u
                        where u.client_account_id = :client and u.embedding_space_id = s.id)
                    order by s.id = active.id desc, s.created_at, s.id
                    """.formatted(EmbeddingSpaceRow.COLUMNS, ACTIVE.formatted("s.id")))
                        .query((row, number) -> EmbeddingSpaceRow.read(row))
                        .list());
    }

    @Override
    public void maintain(TenantScope scope, EmbeddingSpace space) {
        jdbc.runInScope(
                scope,
                () -> jdbc.sql(scope, """
                    insert into embedding_space_uses (client_account_id, embedding_space_id, active) values (:client, :space, false)
                    on conflict do nothing
                    """).param("space", space.id().value()).update());
    }

    @Override
    public void activate(TenantScope scope, EmbeddingSpace space) {
        jdbc.runInScope(scope, () -> {
            EmbeddingSpace before = active(scope);
            if (before.equals(space)) {
                return;
            }
            maintain(scope, before);
            jdbc.sql(
                            scope,
                            "update embedding_space_uses set active = false, since = now() where client_account_id ="
                                    + " :client and active")
                    .update();
            jdbc.sql(scope, """
                insert into embedding_space_uses (client_account_id, embedding_space_id, active) values (:client, :space, true)
                on conflict (client_account_id, embedding_space_id) do update set active = true, since = now()
                """).param("space", space.id().value()).update();
        });
    }
}
