package io.modernize.cmdb.inventory.archive.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetRelations.Relation;
import io.modernize.cmdb.inventory.application.AssetVectors;
import io.modernize.cmdb.inventory.application.AssetVectors.Space;
import io.modernize.cmdb.inventory.application.ExportOutcome;
import io.modernize.cmdb.inventory.application.ExportOutcome.Completed;
import io.modernize.cmdb.inventory.application.ExportOutcome.ExportedFile;
import io.modernize.cmdb.inventory.application.ExportOutcome.Interrupted;
import io.modernize.cmdb.inventory.application.ExportOutcome.Refused;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.inventory.application.InMemoryAssetCatalog;
import io.modernize.cmdb.inventory.application.InMemoryAssetRelations;
import io.modernize.cmdb.inventory.application.InMemoryAssetVectors;
import io.modernize.cmdb.inventory.application.InMemoryEngagementContents;
import io.modernize.cmdb.jobs.application.JobProgress;
import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.Engagement;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Slug;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.EngagementCatalog;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.shares.application.ScriptedFreeSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FileEngagementArchivesTests {
    private static final AssetVectors UNREACHABLE = (scope, engagementId, after, limit) -> {
        throw new IllegalStateException("the database is gone");
    };

    private final TwoClients clients = TwoClients.random();
    private final InMemoryAssetCatalog catalog = new InMemoryAssetCatalog();
    private final InMemoryAssetRelations relations = new InMemoryAssetRelations(catalog);
    private final InMemoryAssetVectors vectors = new InMemoryAssetVectors(catalog);

    @TempDir
    private Path folder;

    private Path directory;

    private final ScriptedFreeSpace space = new ScriptedFreeSpace();

    @BeforeEach
    void fill() {
        directory = folder.resolve("archive");
        save(clients.northwindScope(), clients.exit(), 3);
        save(clients.northwindScope(), clients.erp(), 1);
        save(clients.harborScope(), clients.cloud(), 5);
        List<AssetId> exit = ids(clients.exitScope());
        relations.save(
                clients.northwindScope(),
                clients.exit(),
                List.of(new Relation(exit.get(0), exit.get(1), "Runs on::Runs")));
        vectors.add(exit.get(0), UUID.randomUUID(), new Space("onnx", "small", 2, 1), List.of(0.5f, -0.25f));
    }

    @Test
    void writesEachEngagementOfAClientAccount() throws Exception {
        ExportOutcome outcome = export(clients.northwindScope(), true);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Completed.class,
                        completed -> assertThat(completed.engagements())
                                .extracting(
                                        engagement -> engagement.engagement().value())
                                .containsExactly("exit", "erp"));
        assertThat(children(directory)).containsExactly("erp", "exit");
        assertThat(children(directory.resolve("exit")))
                .containsExactly("assets.jsonl", "embeddings.jsonl", "manifest.json", "relations.csv");
        assertThat(Files.readAllLines(directory.resolve("exit/assets.jsonl"))).hasSize(3);
        assertThat(Files.readAllLines(directory.resolve("erp/assets.jsonl")))
                .containsExactly("{\"sourceSystem\":\"servicenow\",\"externalKey\":\"key-0\",\"name\":\"server"
                        + " 0\",\"cpuCount\":0}");
        assertThat(Files.readString(directory.resolve("exit/relations.csv")))
                .startsWith("parent,child,type,parent_source_system,child_source_system\n")
                .endsWith(",Runs on::Runs,servicenow,servicenow\n");
        assertThat(Files.readString(directory.resolve("exit/embeddings.jsonl")))
                .endsWith(
                        "\"space\":{\"provider\":\"onnx\",\"model\":\"small\",\"dimensions\":2,\"templateVersion\":1},"
                                + "\"vector\":[0.5,-0.25]}\n");
    }

    @Test
    void saysInTheManifestWhatThereIs() throws Exception {
        Completed outcome = (Completed) export(clients.exitScope(), true);

        JsonNode manifest = JsonMapper.shared()
                .readTree(directory.resolve("exit/manifest.json").toFile());
        assertThat(manifest.get("format").stringValue()).isEqualTo("cmdb-similarity-export");
        assertThat(manifest.get("formatVersion").intValue()).isEqualTo(2);
        assertThat(manifest.get("exportedAt").stringValue()).endsWith("Z");
        assertThat(manifest.get("clientAccount").get("slug").stringValue()).isEqualTo("client");
        assertThat(manifest.get("engagement").get("slug").stringValue()).isEqualTo("exit");
        List<ExportedFile> files = outcome.engagements().getFirst().files();
        assertThat(files).extracting(ExportedFile::rows).containsExactly(3L, 1L, 1L);
        for (ExportedFile file : files) {
            byte[] content = Files.readAllBytes(directory.resolve("exit").resolve(file.name()));
            assertThat(file.bytes()).isEqualTo(content.length);
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        assertThat(manifest.get("files")).hasSize(3).anySatisfy(file -> {
            assertThat(file.get("name").stringValue()).isEqualTo("assets.jsonl");
            assertThat(file.get("rows").longValue()).isEqualTo(3);
            assertThat(file.get("sha256").stringValue())
                    .isEqualTo(files.getFirst().sha256());
        });
    }

    @Test
    void leavesVectorsOutUnlessTheyAreWanted() throws Exception {
        export(clients.exitScope(), false);

        assertThat(children(directory)).containsExactly("exit");
        assertThat(children(directory.resolve("exit")))
                .containsExactly("assets.jsonl", "manifest.json", "relations.csv");
    }

    @Test
    void letsNobodyElseReadIt() throws IOException {
        export(clients.exitScope(), true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        for (String name : children(directory.resolve("exit"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            directory.resolve("exit").resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void readsPageByPageAndTellsHowFarItIs() throws IOException {
        save(clients.northwindScope(), clients.exit(), 650);
        List<Long> progress = new ArrayList<>();

        archives(vectors).write(new ExportRequest(clients.exitScope(), directory, false), (done, total) -> {
            assertThat(total).isEqualTo(650);
            progress.add(done);
        });

        assertThat(progress).containsExactly(0L, 200L, 400L, 600L, 650L);
        assertThat(Files.readAllLines(directory.resolve("exit/assets.jsonl")))
                .hasSize(650)
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesADirectoryThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("notes.txt"), "mine");

        assertThat(export(clients.exitScope(), false)).isInstanceOf(Refused.class);
        assertThat(children(directory)).containsExactly("notes.txt");
        assertThat(archives(vectors)
                        .write(
                                new ExportRequest(clients.exitScope(), directory.resolve("notes.txt"), false),
                                JobProgress.SILENT))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesADirectoryThatHoldsAFinishedExport() throws IOException {
        export(clients.exitScope(), false);
        byte[] manifest = Files.readAllBytes(directory.resolve("exit/manifest.json"));

        assertThat(export(clients.exitScope(), false)).isInstanceOf(Refused.class);
        assertThat(directory.resolve("exit/manifest.json")).hasBinaryContent(manifest);
    }

    @Test
    void beginsAnewWhereItWasCutOff() throws IOException {
        cutOff();
        assertThat(directory.resolve("exit/manifest.json")).doesNotExist();
        assertThat(children(directory.resolve("exit"))).contains("embeddings.jsonl.unfinished");
        Files.writeString(directory.resolve("exit/notes.txt"), "mine");

        assertThat(export(clients.exitScope(), false)).isInstanceOf(Completed.class);

        assertThat(children(directory)).containsExactly("exit");
        assertThat(children(directory.resolve("exit")))
                .containsExactly("assets.jsonl", "manifest.json", "notes.txt", "relations.csv");
    }

    @Test
    void refusesTheUnfinishedExportOfSomethingElse() {
        cutOff();

        assertThat(export(clients.harborScope(), false)).isInstanceOf(Refused.class);
        assertThat(export(clients.northwindScope(), false)).isInstanceOf(Refused.class);
        assertThat(export(clients.exitScope(), true)).isInstanceOf(Completed.class);
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("file"), "no directory");
        directory = folder.resolve("file/archive");

        assertThat(export(clients.exitScope(), false)).isInstanceOf(Interrupted.class);
    }

    @Test
    void writesNothingToADiskThatIsNearlyFull() {
        space.becomeShort();

        assertThat(export(clients.exitScope(), true))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("nearly full"));
        assertThat(directory).doesNotExist();
    }

    @Test
    void stopsWhenTheDiskBecomesNearlyFull() {
        JobProgress filling = (done, total) -> space.becomeShort();
        ExportRequest request = new ExportRequest(clients.exitScope(), directory, true);

        assertThat(archives(vectors).write(request, filling))
                .isInstanceOfSatisfying(
                        Interrupted.class,
                        interrupted -> assertThat(interrupted.reason()).contains("nearly full"));

        space.becomeFree();
        assertThat(archives(vectors).write(request, JobProgress.SILENT)).isInstanceOf(Completed.class);
    }

    private void cutOff() {
        assertThatIllegalStateException()
                .isThrownBy(() -> archives(UNREACHABLE)
                        .write(new ExportRequest(clients.exitScope(), directory, true), JobProgress.SILENT));
    }

    private ExportOutcome export(TenantScope scope, boolean withEmbeddings) {
        return archives(vectors).write(new ExportRequest(scope, directory, withEmbeddings), JobProgress.SILENT);
    }

    private FileEngagementArchives archives(AssetVectors of) {
        return new FileEngagementArchives(
                new Engagements(), catalog, new InMemoryEngagementContents(catalog, relations), of, space);
    }

    private void save(TenantScope scope, EngagementId engagementId, int count) {
        catalog.save(
                scope,
                engagementId,
                IntStream.range(0, count)
                        .mapToObj(number -> new AssetDraft(
                                new AssetKey("servicenow", "key-" + number),
                                AssetAttributes.named("server " + number)
                                        .cpuCount(number)
                                        .build()))
                        .toList());
    }

    private List<AssetId> ids(TenantScope scope) {
        return catalog.all(scope).map(asset -> asset.id()).toList();
    }

    private static List<String> children(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private final class Engagements implements EngagementCatalog {
        @Override
        public ClientAccount clientAccount(TenantScope scope) {
            return new ClientAccount(scope.clientAccountId(), new Slug("client"), "Client");
        }

        @Override
        public List<Engagement> engagements(TenantScope scope) {
            return Stream.of(
                            new Engagement(clients.northwind(), clients.exit(), new Slug("exit"), "Exit"),
                            new Engagement(clients.northwind(), clients.erp(), new Slug("erp"), "ERP"),
                            new Engagement(clients.harbor(), clients.cloud(), new Slug("cloud"), "Cloud"))
                    .filter(engagement -> engagement.clientAccountId().equals(scope.clientAccountId()))
                    .filter(engagement -> scope.engagements().includes(engagement.id()))
                    .toList();
        }
    }
}
