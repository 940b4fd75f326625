package io.modernize.cmdb.embedding.deepinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.application.EmbedDespiteRefusals;
import io.modernize.cmdb.embedding.application.EmbedDespiteRefusals.DocumentOutcome;
import io.modernize.cmdb.embedding.application.EmbeddingUnavailableException;
import io.modernize.cmdb.testsupport.deepinfra.DeepInfraStandIn;
import io.modernize.cmdb.testsupport.deepinfra.Fault;
import io.modernize.cmdb.testsupport.deepinfra.FaultPlan;
import io.modernize.cmdb.testsupport.deepinfra.FaultRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that refuses a whole request for one of its texts, as {@link EmbedDespiteRefusals} meets it. */
class RefusedDocumentsTests {
    private static final int POISONED = 37;

    private final DeepInfraStandIn provider = ModelUnderTest.standIn(64);
    private final DeepInfraEmbeddingModel model = new ModelUnderTest().at(provider.baseUrl(), 64, Prompts.NONE);

    @AfterEach
    void close() {
        model.close();
        provider.close();
    }

    @Test
    void areFoundAmongTheOthersWhichAreEmbedded() {
        provider.plan(FaultPlan.of(FaultRule.onInputs("poison", Fault.status(422))));
        List<String> documents = new ArrayList<>(
                IntStream.range(0, 64).mapToObj(i -> "server " + i).toList());
        documents.set(POISONED, "poison");

        EmbedDespiteRefusals.Result result = new EmbedDespiteRefusals(model).embed(documents);

        for (int i = 0; i < documents.size(); i++) {
            if (i == POISONED) {
                assertThat(result.outcomes().get(i))
                        .isInstanceOfSatisfying(
                                DocumentOutcome.Refused.class,
                                refused -> assertThat(refused.reason())
                                        .contains("422")
                                        .doesNotContain("poison"));
            } else {
                assertThat(result.outcomes().get(i))
                        .isEqualTo(new DocumentOutcome.Embedded(model.embedQuery(documents.get(i))));
            }
        }
        assertThat(result.tokens().orElseThrow()).isPositive();
    }

    @Test
    void areNoneWhereTheSettingsAreRefused() {
        provider.plan(FaultPlan.of(FaultRule.always(Fault.status(422))));

        assertThatThrownBy(() -> new EmbedDespiteRefusals(model).embed(List.of("a", "b")))
                .isInstanceOf(EmbeddingUnavailableException.class);
    }
}
