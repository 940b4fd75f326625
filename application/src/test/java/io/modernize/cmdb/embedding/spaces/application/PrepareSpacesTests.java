package io.modernize.cmdb.embedding.spaces.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.modernize.cmdb.embedding.AssetDocumentTemplate;
import io.modernize.cmdb.embedding.Distance;
import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.EmbeddingSpaceId;
import io.modernize.cmdb.embedding.ModelProfile;
import io.modernize.cmdb.embedding.application.EmbeddingModel;
import io.modernize.cmdb.embedding.application.EmbeddingModels;
import io.modernize.cmdb.embedding.application.HashingEmbeddingModel;
import io.modernize.cmdb.embedding.application.NextEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrepareSpacesTests {
    private final InMemorySpaceLifecycle lifecycle = new InMemorySpaceLifecycle();

    @Test
    void makesASpaceForEachModel() {
        prepare("one", "two");
        prepare("one", "two");

        assertThat(lifecycle.models()).containsExactly("one", "two");
        assertThat(lifecycle.common).isEqualTo(0);
    }

    @Test
    void letsModelsChangePlaces() {
        prepare("one", null);

        prepare("two", "one");

        assertThat(lifecycle.models()).containsExactly("one", "two");
        assertThat(lifecycle.common).as("a mere setting changes nothing").isEqualTo(0);
    }

    @Test
    void refusesToStartWithoutTheModelOfASearchedSpace() {
        prepare("one", null);

        assertThatExceptionOfType(ActiveSpaceMismatchException.class)
                .isThrownBy(() -> prepare("two", null))
                .withMessageContaining("one")
                .withMessageContaining("two");
        assertThat(lifecycle.models()).as("nothing is created before").containsExactly("one");
    }

    @Test
    void refusesAThirdSpace() {
        prepare("one", "two");

        assertThatExceptionOfType(TooManySpacesException.class)
                .isThrownBy(() -> prepare("one", "three"))
                .withMessageContaining("two")
                .withMessageContaining("three");
        assertThat(lifecycle.models()).containsExactly("one", "two");
    }

    private void prepare(String model, @Nullable String next) {
        new PrepareSpaces(
                        lifecycle,
                        new EmbeddingModels(
                                model(model),
                                Optional.ofNullable(next).map(name -> new NextEmbeddingModel(model(name)))))
                .prepare();
    }

    private static EmbeddingModel model(String name) {
        return new HashingEmbeddingModel(new ModelProfile("test", name, 3, 1, 512));
    }

    private static final class InMemorySpaceLifecycle implements SpaceLifecycle {
        private final List<EmbeddingSpace> spaces = new ArrayList<>();
        private int common;

        List<String> models() {
            return spaces.stream().map(EmbeddingSpace::model).toList();
        }

        @Override
        public EmbeddingSpace ensure(ModelProfile model, int templateVersion) {
            return spaces.stream()
                    .filter(space -> space.isOf(model))
                    .findFirst()
                    .orElseGet(() -> {
                        EmbeddingSpace space = new EmbeddingSpace(
                                new EmbeddingSpaceId(UUID.randomUUID()),
                                model.provider(),
                                model.model(),
                                model.dimensions(),
                                Distance.COSINE,
                                AssetDocumentTemplate.VERSION);
                        spaces.add(space);
                        return space;
                    });
        }

        @Override
        public List<LivingSpace> all() {
            return spaces.stream()
                    .map(space -> new LivingSpace(space, spaces.indexOf(space) == common, 0, 0))
                    .toList();
        }

        @Override
        public void activateForAll(EmbeddingSpace space) {
            common = spaces.indexOf(space);
        }

        @Override
        public boolean retire(EmbeddingSpace space) {
            return spaces.indexOf(space) != common && spaces.remove(space);
        }
    }
}
