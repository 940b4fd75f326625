package io.modernize.cmdb.inventory.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.AssetDraft;
import io.modernize.cmdb.inventory.AssetKey;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.JsonRecord;
import io.modernize.cmdb.inventory.records.JsonValue;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.RowMapping.AssetRow;
import io.modernize.cmdb.inventory.records.RowMapping.RejectedRow;
import io.modernize.cmdb.inventory.records.RowProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesAssetsTests {

    private static JsonValue text(String value) {
        return new JsonValue.Text(value);
    }

    private static JsonValue number(String value) {
        return new JsonValue.Numeric(new BigDecimal(value));
    }

    private static RowMapping mapped(Map<String, JsonValue> more) {
        Map<String, JsonValue> properties = new LinkedHashMap<>();
        properties.put("externalKey", text("k1"));
        properties.put("name", text("web01"));
        properties.putAll(more);
        return ImportFormat.JSON_LINES.map(new JsonRecord(properties));
    }

    private static AssetDraft draft(Map<String, JsonValue> more) {
        RowMapping mapping = mapped(more);
        assertThat(mapping).isInstanceOf(AssetRow.class);
        return ((AssetRow) mapping).draft();
    }

    private static RowProblem problem(Map<String, JsonValue> more) {
        RowMapping mapping = mapped(more);
        assertThat(mapping).isInstanceOf(RejectedRow.class);
        assertThat(((RejectedRow) mapping).problems()).hasSize(1);
        return ((RejectedRow) mapping).problems().getFirst();
    }

    @Test
    void mapsAnAsset() {
        AssetDraft draft = draft(Map.of(
                "sourceSystem", text("cloud"),
                "cpuCount", number("8"),
                "memoryMib", number("1.6384E+4"),
                "storageGib", number("29.5"),
                "description", text("two\nlines"),
                "owner", new JsonValue.Missing(),
                "addresses", new JsonValue.Array(List.of(text("192.0.2.1"), text(" "))),
                "tags", new JsonValue.Array(List.of(text("env:prod"))),
                "attributes", new JsonValue.Structure(new JsonRecord(Map.of("zone", text("a"), "note", text(""))))));

        assertThat(draft.key()).isEqualTo(new AssetKey("cloud", "k1"));
        AssetAttributes asset = draft.attributes();
        assertThat(asset.cpuCount()).isEqualTo(8);
        assertThat(asset.memoryMib()).isEqualTo(16_384);
        assertThat(asset.storageGib()).isEqualTo(new BigDecimal("29.5"));
        assertThat(asset.description()).isEqualTo("two\nlines");
        assertThat(asset.owner()).isNull();
        assertThat(asset.addresses()).containsExactly("192.0.2.1");
        assertThat(asset.tags()).containsExactly("env:prod");
        assertThat(asset.sourceAttributes()).isEqualTo(Map.of("zone", "a"));
    }

    @Test
    void namesTheSourceSystemWhereTheRowDoesNot() {
        assertThat(draft(Map.of()).key().sourceSystem()).isEqualTo("jsonl");
        assertThat(problem(Map.of("sourceSystem", text("my system"))).column()).isEqualTo("sourceSystem");
    }

    @Test
    void rejectsMisspeltProperties() {
        assertThat(problem(Map.of("hostname", text("web01"))).column()).isEqualTo("hostname");
    }

    @Test
    void rejectsMissingKeyAndName() {
        RejectedRow rejection = (RejectedRow) ImportFormat.JSON_LINES.map(new JsonRecord(Map.of()));
        assertThat(rejection.problems()).extracting(RowProblem::column).containsExactly("externalKey", "name");
        assertThat(rejection.externalKey()).isNull();
    }

    @Test
    void rejectsValuesOfAnotherType() {
        assertThat(problem(Map.of("externalKey", number("7"))).reason())
                .isEqualTo("should be text, is a number; put it in quotes");
        assertThat(problem(Map.of("cpuCount", text("8"))).reason()).contains("should be a number, is text");
        assertThat(problem(Map.of("tags", text("a,b"))).reason()).isEqualTo("should be an array of texts, is text");
        assertThat(problem(Map.of("addresses", new JsonValue.Array(List.of(number("1")))))
                        .reason())
                .contains("not text");
        assertThat(problem(Map.of("attributes", new JsonValue.Flag(true))).reason())
                .contains("object of texts");
    }

    @Test
    void rejectsNumbersBeyondTheirBounds() {
        assertThat(problem(Map.of("cpuCount", number("1.5"))).reason()).isEqualTo("is not a whole number");
        assertThat(problem(Map.of("cpuCount", number("-1"))).reason()).isEqualTo("is negative");
        assertThat(problem(Map.of("memoryMib", number("1e999999999"))).reason()).contains("is the unit right?");
        assertThat(problem(Map.of("storageGib", number("1e-999999999"))).reason())
                .contains("decimals");
        assertThat(problem(Map.of("storageGib", number("0e-999999999"))).reason())
                .contains("decimals");
    }

    @Test
    void rejectsTextThatTheDatabaseCannotHold() {
        assertThat(problem(Map.of("owner", text("a\0b"))).reason()).contains("NUL");
        assertThat(problem(Map.of("owner", text("a\uD800b"))).reason()).contains("surrogate");
        assertThat(problem(Map.of("tags", new JsonValue.Array(List.of(text("\uDC00")))))
                        .reason())
                .contains("surrogate");
        assertThat(problem(Map.of("attributes", new JsonValue.Structure(new JsonRecord(Map.of("k\uD800", text("v"))))))
                        .reason())
                .contains("surrogate");
        assertThat(draft(Map.of("owner", text("\uD83D\uDE00"))).attributes().owner())
                .isEqualTo("\uD83D\uDE00");
    }

    @Test
    void rejectsMoreTagsThanAllowed() {
        List<JsonValue> tags = new ArrayList<>();
        for (int tag = 0; tag <= ImportLimits.TAGS; tag++) {
            tags.add(text("t" + tag));
        }
        assertThat(problem(Map.of("tags", new JsonValue.Array(tags))).reason())
                .isEqualTo("has 129 values, at most 128");
    }

    @Test
    void refusesRecordsOfAnotherKind() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImportFormat.SERVICENOW_CI.map(new JsonRecord(Map.of())));
    }
}
