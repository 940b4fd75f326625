package io.modernize.cmdb.jobs.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database from before events of changed assets had ids of their own. */
class EventsUpgradeIT {
    private static final String CHANGED = "io.modernize.cmdb.inventory.AssetsChanged";

    private final TestDatabase database = TestDatabase.shared().createFresh().migrate("16");
    private final JdbcClient admin = JdbcClient.create(database.adminDataSource());

    @Test
    void forgetsEventsThatCannotBeKnownAgainAndNoOthers() {
        store(CHANGED, "{\"clientAccountId\":\"a\",\"engagementId\":\"b\"}");
        UUID withId = store(CHANGED, "{\"changeId\":\"c\",\"clientAccountId\":\"a\",\"engagementId\":\"b\"}");
        UUID ofAnotherKind = store("io.modernize.cmdb.inventory.SomethingElse", "{}");

        database.migrate();

        assertThat(admin.sql("select id from event_publication")
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(withId, ofAnotherKind);
    }

    private UUID store(String type, String event) {
        UUID id = UUID.randomUUID();
        admin.sql("insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                        + " values (?, 'listener', ?, ?, now())")
                .params(id, type, event)
                .update();
        return id;
    }
}
