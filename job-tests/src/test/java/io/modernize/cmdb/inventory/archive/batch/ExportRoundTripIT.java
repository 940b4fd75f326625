package io.modernize.cmdb.inventory.archive.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.TestEngagement;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetId;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.application.AssetCatalog;
import io.modernize.cmdb.inventory.application.AssetImportJobs.ImportSummary;
import io.modernize.cmdb.inventory.application.AssetImportJobs.MissingAssetPolicy;
import io.modernize.cmdb.inventory.application.EngagementArchives;
import io.modernize.cmdb.inventory.application.ExportOutcome.Completed;
import io.modernize.cmdb.inventory.application.ExportRequest;
import io.modernize.cmdb.inventory.application.ImportCounts;
import io.modernize.cmdb.inventory.application.SharedData;
import io.modernize.cmdb.inventory.imports.batch.ImportScenario;
import io.modernize.cmdb.jobs.application.JobProgress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is exported can be imported again and is the same then. */
class ExportRoundTripIT extends ImportScenario {
    @Autowired
    private EngagementArchives archives;

    @Autowired
    private AssetCatalog catalog;

    @Test
    void bringsBackEveryAttribute() {
        run(file("""
            {"externalKey": "a/1", "name": "web01 „Zürich“ \\uD83D\\uDE80", "sourceSystem": "own.register", \
            "ciClass": "cmdb_ci_linux_server", "description": "two\\nlines\\tand \\"quotes\\" \\\\ and \\u0001", \
            "environment": "Production", "hostName": "web01", "fqdn": "web01.example.org", "osName": "RHEL", \
            "osVersion": "9.4", "cpuCount": 8, "memoryMib": 16384, "storageGib": 29.50, "location": "Zürich", \
            "owner": "Ops", "supportGroup": "L2", "status": "Installed", "operationalStatus": "Operational", \
            "serialNumber": "=SN-1", "assetTag": "T-1", "addresses": ["192.0.2.1", "2001:db8::1"], \
            "tags": ["env:prod", "tier:web"], "attributes": {"zone": "a", "": "gone", "Zone B": "b", "ü": "=1+1"}}\
            """, """
            {"externalKey": "a/2", "name": "bare"}\
            """, """
            {"externalKey": "a/3", "name": "numbers", "cpuCount": 0, "memoryMib": 0, "storageGib": 0.00000001}\
            """));

        roundTrip();
    }

    @Test
    void bringsBackRelations() {
        run(file(Stream.of("a", "b", "c,\\\"d\\\"", "=e")
                .map(key -> "{\"externalKey\": \"%s\", \"name\": \"host-%s\"}".formatted(key, key))
                .toList()));
        run(file(
                "parent,child,type",
                "a,b,Runs on::Runs",
                "b,\"c,\"\"d\"\"\",\"Depends on::Used by, mostly\"",
                "=e,a,X::Y"));
        assertThat(engagement.relations()).hasSize(3);

        roundTrip();
    }

    @Test
    void disarmsFormulasInRelationsAndBringsThemBack() {
        run(file(Stream.of("=a", "b;=1+1", "'=c", "\uFF1Dd", "'e")
                .map(key -> "{\"externalKey\": \"%s\", \"name\": \"host-%s\"}".formatted(key, key))
                .toList()));
        run(file("parent,child,type", "=a,b;=1+1,@x::y", "'=c,\uFF1Dd,X::Y", "'e,=a,X::Y"));

        assertThat(export().resolve("relations.csv"))
                .content()
                .contains("'=a,b;'=1+1,'@x::y,", "''=c,'\uFF1Dd,X::Y,", "'e,'=a,X::Y,");
        roundTrip();
    }

    @Test
    void tellsApartWhatHasTheSameKeyInTwoRegisters() {
        run(file(HEADER, row("a"), row("b")));
        run(file("{\"externalKey\": \"a\", \"name\": \"of another register\"}"));
        run(file("parent,child,type", "host-a,b,Runs on::Runs"));

        Path archive = export();

        TestEngagement copy = engagements.create();
        run(copy, archive.resolve("assets.jsonl"), MissingAssetPolicy.REPORT);
        assertThat(attributes(copy)).isEqualTo(attributes(engagement));
        ImportSummary rejected = run(copy, archive.resolve("relations.csv"), MissingAssetPolicy.REPORT);
        assertThat(rejected.counts()).isEqualTo(new ImportCounts(0, 0, 0, 1));
        assertThat(archive.resolve("relations.csv")).content().contains("a,b,Runs on::Runs,servicenow,servicenow");
    }

    @Test
    void bringsBackRealEstates() {
        for (String name : List.of(
                "fedora-servicenow.csv",
                "fedora-relations.csv",
                "adoptium-azure-migrate.csv",
                "netbox-devices.csv",
                "netbox-virtual-machines.csv")) {
            run(SharedData.file(name));
        }
        assertThat(engagement.assets()).hasSizeGreaterThan(700);
        assertThat(engagement.relations()).isNotEmpty();

        roundTrip();
    }

    private void roundTrip() {
        Path archive = export();
        Map<AssetKey, AssetAttributes> exported = attributes(engagement);

        TestEngagement copy = engagements.create();
        ImportSummary assets = run(copy, archive.resolve("assets.jsonl"), MissingAssetPolicy.REPORT);
        assertThat(assets.counts()).isEqualTo(new ImportCounts(exported.size(), 0, 0, 0));
        int relations = engagement.relations().size();
        if (relations > 0) {
            ImportSummary imported = run(copy, archive.resolve("relations.csv"), MissingAssetPolicy.REPORT);
            assertThat(imported.counts()).isEqualTo(new ImportCounts(relations, 0, 0, 0));
        }
        assertThat(attributes(copy)).isEqualTo(exported);
        assertThat(copy.relations()).isEqualTo(engagement.relations());

        ImportSummary anew = run(engagement, archive.resolve("assets.jsonl"), MissingAssetPolicy.REPORT);
        assertThat(anew.counts()).as("into the same engagement").isEqualTo(new ImportCounts(0, 0, exported.size(), 0));
    }

    /** The folder of the engagement. */
    private Path export() {
        ExportRequest request =
                new ExportRequest(engagement.scope(), folder.resolve("archive-" + UUID.randomUUID()), true);
        Completed completed = (Completed) archives.write(request, JobProgress.SILENT);
        return completed.engagements().getFirst().folder();
    }

    private Map<AssetKey, AssetAttributes> attributes(TestEngagement of) {
        Map<AssetKey, AssetAttributes> attributes = new HashMap<>();
        @Nullable AssetId after = null;
        List<Asset> page;
        do {
            page = catalog.page(of.scope(), of.id(), after, 500);
            page.forEach(asset -> attributes.put(asset.key(), asset.attributes()));
            after = page.isEmpty() ? null : page.getLast().id();
        } while (!page.isEmpty());
        return attributes;
    }
}
