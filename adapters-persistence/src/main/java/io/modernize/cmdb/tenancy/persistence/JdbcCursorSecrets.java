package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.application.CursorSecrets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the secret in {@code service_secrets}, which a migration made. It never changes there, so it is read once. */
@Component
class JdbcCursorSecrets implements CursorSecrets {
    private final JdbcClient jdbc;
    private volatile byte @Nullable [] secret;

    JdbcCursorSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<byte[]> secrets() {
        byte[] known = secret;
        if (known == null) {
            known = jdbc.sql("select secret from service_secrets where name = 'cursors'")
                    .query((row, number) -> row.getBytes("secret"))
                    .single();
            secret = known;
        }
        return List.of(known);
    }
}
