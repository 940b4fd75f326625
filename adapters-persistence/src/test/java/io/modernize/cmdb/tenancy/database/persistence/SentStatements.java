package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client of the database that remembers what it sends. */
public final class SentStatements {
    private final List<String> texts = new ArrayList<>();
    private final JdbcClient jdbc;

    public SentStatements(DataSource dataSource) {
        jdbc = JdbcClient.create(new JdbcTemplate(dataSource) {
            @Override
            protected void applyStatementSettings(Statement statement) {
                texts.add(statement.toString().strip());
            }
        });
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** What was sent, in that order. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public void forget() {
        texts.clear();
    }
}
