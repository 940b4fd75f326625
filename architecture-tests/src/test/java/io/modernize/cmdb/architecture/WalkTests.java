package io.modernize.cmdb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The walks of the architecture document are those of the code. Each arrow of a diagram is a dependency or says that it
 * is none, each documented hop is a call, and each count is right.
 */
class WalkTests {
    private static final Pattern ARROW = Pattern.compile(
            "^ +(\\w+)(?:\\[[^]]*])? (-->|-\\.->) (?:\\|[^|]*\\| )?(\\w+)(?:\\[[^]]*])?$", Pattern.MULTILINE);

    /** Walks that somebody new follows in one sitting. */
    private static final Map<String, Integer> MOST_HOPS =
            Map.of("A search", 6, "A page of a list", 5, "An import", 8, "An embedding", 8);

    private static final int MOST_CLASSES = 20;

    private static final CalledCode CODE = new CalledCode(Codebase.production().classes());
    private static final WalkedCode WALKS = new WalkedCode(CODE);

    private static String architecture() throws IOException {
        Path document = SourceTree.documents().stream()
                .filter(path -> path.endsWith("ARCHITECTURE.md"))
                .findFirst()
                .orElseThrow();
        return Files.readString(document);
    }

    @Test
    void drawArrowsThatTheCodeHas() throws IOException {
        assertThat(ARROW.matcher(architecture()).results()).hasSizeGreaterThan(100);
        assertThat(wrongArrowsIn(architecture())).isEmpty();
    }

    @Test
    void noticeArrowsThatTheCodeDoesNotHave() {
        assertThat(wrongArrowsIn("""
                FindSimilarAssets["FindSimilarAssets<br/>x"] --> |a port| PostgresTextIndex["PostgresTextIndex<br/>x"]
                PostgresTextIndex --> FindSimilarAssets
                PostgresTextIndex -.-> FindSimilarAssets
                PostgresTextIndex -.-> PlannedSearch
                TextIndex --> PostgresTextIndex
                PlannedSearch --> NoSuchClass
            """))
                .containsExactly(
                        "PostgresTextIndex does not call FindSimilarAssets: the arrow is dotted",
                        "PostgresTextIndex calls PlannedSearch: the arrow is solid",
                        "no class PlannedSearch or NoSuchClass");
    }

    @Test
    void countWhatTheCodeHas() throws IOException {
        assertThat(faultsOf(architecture())).isEmpty();
    }

    @Test
    void areShort() throws IOException {
        List<DocumentedWalk> walks = DocumentedWalk.in(architecture());

        assertThat(walks).extracting(DocumentedWalk::title).containsExactlyInAnyOrderElementsOf(MOST_HOPS.keySet());
        assertThat(walks).allSatisfy(walk -> {
            assertThat(walk.hops()).isLessThanOrEqualTo(MOST_HOPS.get(walk.title()));
            assertThat(walk.classesToOpen()).isLessThanOrEqualTo(MOST_CLASSES);
        });
    }

    @Test
    void noticeAWrongChain() {
        assertThat(faultsOf("""
            ### A search
                OperateJobs["…"] --> JobWork["…"]

            4 hops: `OperateJobs.stop` → `EmbedClientAccount.run` ⇢ `StoreImportRows.store` → `ListAssets.list`.

            7 classes to open: those of the hops, `ListAssets`, `NoSuchClass` and `MultiStatement`.
            """))
                .containsExactly(
                        "4 hops are 3",
                        "7 classes are 6",
                        "the entry OperateJobs.stop is not called from outside",
                        "OperateJobs does not call EmbedClientAccount.run",
                        "StoreImportRows.store is not called by a framework",
                        "StoreImportRows does not call ListAssets.list",
                        "ListAssets gives no statement to the database",
                        "EmbedClientAccount is not in the diagram",
                        "StoreImportRows is not in the diagram",
                        "ListAssets is not in the diagram",
                        "ListAssets has nothing to do with the walk",
                        "NoSuchClass has nothing to do with the walk",
                        "MultiStatement has nothing to do with the walk");
    }

    @Test
    void noticeClassesThatAreLeftOut() {
        assertThat(faultsOf("""
            ### A part of an import
                JobAttempts["…"] ImportRowWriter["…"] StoreImportRows["…"] JdbcAssetCatalog["…"]

            2 hops: `ImportRowWriter.write` → `StoreImportRows.store` → `JdbcAssetCatalog.save`.

            3 classes to open: those of the hops.

            ### Another part
                JobController["…"] OperateJobs["…"] JdbcJobRuns["…"] EmbeddingWriter["…"]

            3 hops: `JobController.startEmbedding` ⇢ `EmbeddingWriter.write` → `PgvectorEmbeddingStore.save`
            → `EmbeddingUpsert.execute`.

            5 classes to open: those of the hops, `EmbeddingStore`.

            ### A third part
                BatchEmbeddingJobs["…"] JobAttempts["…"]

            1 hops: `BatchEmbeddingJobs.run` → `JobAttempts.run`.

            2 classes to open: those of the hops.

            ### A fourth part
                MaintainVectorIndexes["…"]

            0 hops: `MaintainVectorIndexes.maintain`.

            1 classes to open: those of the hops.
            """))
                .containsExactly(
                        "StoreImportRows calls JdbcAssetCatalog.save as AssetCatalog, which is not listed",
                        "JdbcAssetCatalog.save works with AssetDraftJson, which is not listed",
                        "JdbcAssetCatalog.save works with AssetTable, which is not listed",
                        "no configuration of EmbeddingWriter is listed",
                        "PgvectorEmbeddingStore is not in the diagram",
                        "EmbeddingUpsert is not in the diagram",
                        "JobController.startEmbedding works with StartJobPayload, which is not listed",
                        "PgvectorEmbeddingStore.save works with FilterColumn, which is not listed",
                        "EmbeddingUpsert.execute works with FilterColumn, which is not listed",
                        "the entry BatchEmbeddingJobs.run is not called from outside",
                        "JobAttempts gives no statement to the database",
                        "BatchEmbeddingJobs.run works with EmbeddingRuns, which is not listed",
                        "the entry MaintainVectorIndexes.maintain is not called from outside",
                        "MaintainVectorIndexes gives no statement to the database",
                        "MaintainVectorIndexes.maintain works with IndexPolicy, which is not listed");
    }

    private static List<String> wrongArrowsIn(String text) {
        List<String> wrong = new ArrayList<>();
        ARROW.matcher(text).results().forEach(arrow -> {
            String from = arrow.group(1);
            String to = arrow.group(3);
            Optional<JavaClass> caller = CODE.named(from).stream().findFirst();
            Optional<JavaClass> called = CODE.named(to).stream().findFirst();
            if (caller.isEmpty() || called.isEmpty()) {
                wrong.add("no class " + from + " or " + to);
                return;
            }
            boolean call = CODE.dependsOn(caller.get(), called.get())
                    || called.get().isAssignableTo(caller.get().getName());
            if (call != arrow.group(2).equals("-->")) {
                wrong.add(
                        call
                                ? from + " calls " + to + ": the arrow is solid"
                                : from + " does not call " + to + ": the arrow is dotted");
            }
        });
        return wrong;
    }

    private static List<String> faultsOf(String document) {
        return DocumentedWalk.in(document).stream()
                .flatMap(walk -> WALKS.faultsOf(walk).stream())
                .toList();
    }
}
