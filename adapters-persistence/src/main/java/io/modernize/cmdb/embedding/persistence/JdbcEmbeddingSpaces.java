package io.modernize.cmdb.embedding.persistence;

import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.ActiveSpaceMismatchException;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEmbeddingSpaces implements EmbeddingSpaces {
    private final JdbcClient jdbc;

    JdbcEmbeddingSpaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EmbeddingSpace ensureActive(ModelProfile model, int templateVersion) {
        // Two instances that start at once both insert; the unique index lets one of them win.
        jdbc.sql("""
            insert into embedding_spaces
                (id, provider, model, dimensions, distance, template_version, active)
            select ?, ?, ?, ?, ?, ?, true
            where not exists (select 1 from embedding_spaces where active)
            on conflict do nothing
            """)
                .params(
                        UUID.randomUUID(),
                        model.provider(),
                        model.model(),
                        model.dimensions(),
                        Distance.COSINE.name(),
                        templateVersion)
                .update();
        EmbeddingSpace active = active();
        boolean matches = active.provider().equals(model.provider())
                && active.model().equals(model.model())
                && active.dimensions() == model.dimensions()
                && active.templateVersion() == templateVersion;
        if (!matches) {
            throw new ActiveSpaceMismatchException(active, model, templateVersion);
        }
        return active;
    }

    @Override
    public EmbeddingSpace active() {
        // Read by every search, hence without the transaction that a repository would begin and end around it.
        return jdbc.sql("select id, provider, model, dimensions, distance, template_version from embedding_spaces"
                        + " where active")
                .query(EmbeddingSpaceRow.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no embedding space is active"))
                .toDomain();
    }
}
