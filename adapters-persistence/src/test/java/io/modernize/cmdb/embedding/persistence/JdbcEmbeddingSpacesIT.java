package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.ActiveSpaceMismatchException;
import io.modernize.cmdb.embedding.application.EmbeddingSpaces;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcEmbeddingSpacesIT {
    /** Of a model that no other test knows. */
    private final ModelProfile model = profile("provider", UUID.randomUUID().toString(), 384);

    @Autowired
    private EmbeddingSpaces spaces;

    /** As in an empty database. */
    @BeforeEach
    void deactivateAll() {
        JdbcClient.create(TestDatabase.shared().ownerDataSource())
                .sql("update embedding_spaces set active = false")
                .update();
    }

    @Test
    void hasNoActiveSpaceAtFirst() {
        assertThatIllegalStateException().isThrownBy(() -> spaces.active());
    }

    @Test
    void makesTheFirstSpaceTheActiveOne() {
        EmbeddingSpace created = spaces.ensureActive(model, 1);

        assertThat(created.provider()).isEqualTo("provider");
        assertThat(created.model()).isEqualTo(model.model());
        assertThat(created.dimensions()).isEqualTo(384);
        assertThat(created.templateVersion()).isEqualTo(1);
        assertThat(spaces.active()).isEqualTo(created);
        assertThat(spaces.ensureActive(model, 1)).isEqualTo(created);
    }

    @Test
    void refusesAnotherModelThanTheActiveSpaceWasMadeWith() {
        EmbeddingSpace active = spaces.ensureActive(model, 1);

        refuses(profile("another provider", model.model(), 384), 1);
        refuses(profile("provider", "another model", 384), 1);
        refuses(profile("provider", model.model(), 512), 1);
        refuses(model, 2);
        assertThat(spaces.active()).isEqualTo(active);
    }

    private void refuses(ModelProfile other, int templateVersion) {
        assertThatExceptionOfType(ActiveSpaceMismatchException.class)
                .isThrownBy(() -> spaces.ensureActive(other, templateVersion))
                .withMessageContaining(other.model());
    }

    @Test
    void letsInstancesThatStartTogetherHaveTheSameSpace() throws Exception {
        List<EmbeddingSpace> ensured = new ArrayList<>();
        for (Future<EmbeddingSpace> space : startTogether(List.of(model))) {
            ensured.add(space.get());
        }

        assertThat(Set.copyOf(ensured)).containsExactly(spaces.active());
    }

    @Test
    void letsOneOfTwoModelsThatStartTogetherWin() throws Exception {
        int refused = 0;
        int started = 0;
        for (Future<EmbeddingSpace> space : startTogether(
                List.of(model, profile("provider", UUID.randomUUID().toString(), 512)))) {
            try {
                assertThat(space.get()).isEqualTo(spaces.active());
                started++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(ActiveSpaceMismatchException.class);
                refused++;
            }
        }
        assertThat(started).isEqualTo(8);
        assertThat(refused).isEqualTo(8);
    }

    /** Sixteen at once, the models in turn. */
    private List<Future<EmbeddingSpace>> startTogether(List<ModelProfile> models) throws InterruptedException {
        List<Callable<EmbeddingSpace>> starts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ModelProfile started = models.get(i % models.size());
            starts.add(() -> spaces.ensureActive(started, 1));
        }
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            return instances.invokeAll(starts);
        }
    }

    private static ModelProfile profile(String provider, String model, int dimensions) {
        return new ModelProfile(provider, model, dimensions, 64, 512);
    }
}
