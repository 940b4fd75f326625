package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.embedding.application.MeteredVectors;
import io.modernize.cmdb.testsupport.deepinfra.Bodies;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingMetricsTests {
    private final DeepInfraStandIn provider = ModelUnderTest.standIn(3);
    private final ModelUnderTest setup = new ModelUnderTest();
    private final DeepInfraEmbeddingModel model = setup.maxInputs(1).at(provider.baseUrl(), 3, Prompts.NONE);

    @AfterEach
    void close() {
        model.close();
        provider.close();
    }

    @Test
    void countTokensAndCostsOfAllRequestsOfACall() {
        provider.next(
                Fault.json(Bodies.list(List.of(Bodies.floatItem(0, 1, 0, 0)), "m", 700)),
                Fault.json(Bodies.list(List.of(Bodies.floatItem(0, 1, 0, 0)), "m", 300)));

        MeteredVectors metered = model.embedDocumentsMetered(List.of("a", "b"));

        assertThat(metered.tokens()).hasValue(1_000);
        assertThat(counter("tokens")).isEqualTo(1_000);
        // A hundredth for a million.
        assertThat(counter("cost")).isCloseTo(0.00001, within(1e-12));
        assertThat(requests("documents", "answered")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"usage\":null",
                ",\"usage\":7",
                ",\"usage\":{}",
                ",\"usage\":{\"prompt_tokens\":-1}",
                ",\"usage\":{\"prompt_tokens\":\"12\"}",
                ",\"usage\":{\"prompt_tokens\":1.5}",
                ",\"usage\":{\"prompt_tokens\":99999999999999999999}",
            })
    void loseNoVectorsForABillThatCannotBeRead(String usage) {
        provider.next(Fault.json("{\"data\":[" + Bodies.floatItem(0, 1, 0, 0) + "]" + usage + "}"));

        MeteredVectors metered = model.embedDocumentsMetered(List.of("a"));

        assertThat(metered.vectors()).hasSize(1);
        assertThat(metered.tokens()).isEmpty();
        assertThat(counter("tokens")).isZero();
        assertThat(provider.requests()).isOne();
    }

    @Test
    void countRetriesAndWhatWasTooMany() {
        provider.next(Fault.status(429), Fault.status(500));

        model.embedDocuments(List.of("a"));

        assertThat(counter("retries")).isEqualTo(2);
        assertThat(counter("throttled")).isEqualTo(1);
        assertThat(requests("documents", "overloaded")).isEqualTo(1);
        assertThat(requests("documents", "unreachable")).isEqualTo(1);
        assertThat(requests("documents", "answered")).isEqualTo(1);
    }

    @Test
    void tellQueriesFromDocuments() {
        provider.plan(FaultPlan.of(FaultRule.onInputs("b", Fault.status(422))));

        model.embedQuery("a");
        assertThatThrownBy(() -> model.embedQuery("b")).isInstanceOf(EmbeddingUnavailableException.class);

        assertThat(requests("query", "answered")).isEqualTo(1);
        assertThat(requests("query", "input_refused")).isEqualTo(1);
    }

    @Test
    void knowNoCostsWithoutAPrice() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        new EmbeddingMetrics(registry, "a/model", OptionalDouble.empty()).charged(5);

        assertThat(registry.find("cmdb.embedding.cost").counter()).isNull();
        assertThat(registry.get("cmdb.embedding.tokens").counter().count()).isEqualTo(5);
    }

    private double counter(String name) {
        return setup.metrics()
                .get("cmdb.embedding." + name)
                .tags("provider", "deepinfra", "model", ModelUnderTest.MODEL)
                .counter()
                .count();
    }

    private long requests(String purpose, String outcome) {
        return setup.metrics()
                .get("cmdb.embedding.requests")
                .tags("model", ModelUnderTest.MODEL, "for", purpose, "outcome", outcome)
                .timer()
                .count();
    }
}
