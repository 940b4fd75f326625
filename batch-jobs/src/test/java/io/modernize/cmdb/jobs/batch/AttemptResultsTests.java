package io.modernize.cmdb.jobs.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class AttemptResultsTests {
    private record Position(int row) {}

    private final ExecutionContext context = new ExecutionContext();
    private final AttemptResults results = new AttemptResults(context);

    @Test
    void holdsTheLastResultOfEachType() {
        assertThat(results.find(Position.class)).isEmpty();
        results.put(Position.class, new Position(1));
        results.put(Position.class, new Position(2));
        results.put(String.class, "two");

        assertThat(new AttemptResults(context).find(Position.class)).contains(new Position(2));
        assertThat(results.find(String.class)).contains("two");
    }

    @Test
    void holdsAllResultsThatWereAddedInTheirOrder() {
        assertThat(results.all(Position.class)).isEmpty();
        results.add(Position.class, new Position(2));
        results.add(Position.class, new Position(1));

        assertThat(results.all(Position.class)).containsExactly(new Position(2), new Position(1));
        assertThat(results.find(Position.class)).isEmpty();
    }

    @Test
    void areNotStored() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        new UnkeptContexts().serialize(Map.of("a", new Position(1)), stored);

        assertThat(stored.toString(StandardCharsets.US_ASCII)).isEqualTo("{}");
        assertThat(new UnkeptContexts().deserialize(new ByteArrayInputStream(stored.toByteArray())))
                .isEmpty();
    }
}
