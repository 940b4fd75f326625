package io.modernize.cmdb.similarity.search.persistence;

import static io.modernize.cmdb.inventory.AssetAttributes.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttribute.Kind;
import io.modernize.cmdb.inventory.application.FilledAsset;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The parts of {@code search_asset_texts} that say which texts are looked at, each by itself. */
@PersistenceTest
class TextScopeFunctionsIT {
    private static final String PARTS =
            "'filter_marks', 'jsonb_texts', 'number_range', 'asset_conditions', 'text_scope_of',"
                    + " 'count_texts', 'text_question_of', 'trigram_lexemes', 'choose_texts', 'rank_texts'";

    private static final String MARKED =
            "select (filter_marks())[i][1] as attribute from generate_subscripts(filter_marks(), 1) as i";

    @AutoClose
    private final TextFunctions sql;

    @Autowired
    TextScopeFunctionsIT(DatabaseWorld world) throws SQLException {
        sql = TextFunctions.connect(world);
    }

    @Test
    void theApplicationMayCallNoneOfThem() {
        assertThat(sql.texts("select proname from pg_proc where proname in (" + PARTS + ") order by proname"))
                .hasSize(10);
        assertThat(sql.texts("select proname from pg_proc where proname in (" + PARTS + ") and"
                        + " (prosecdef or has_function_privilege('"
                        + TestDatabase.shared().applicationUser() + "', oid, 'execute'))"))
                .isEmpty();
    }

    @Test
    void textsHaveALexemeOfEachAttributeThatHasAMark() {
        sql.save(FilledAsset.all());
        sql.save(named("one")
                .ciClass("Class")
                .environment("Prod")
                .osName("Windows")
                .location("Köln")
                .status("Live")
                .supportGroup("Team"));
        sql.save(named("two"));

        assertThat(sql.texts(MARKED))
                .as("filter_marks() has a mark for each text that assets are filtered by; a migration replaces it")
                .containsExactlyInAnyOrderElementsOf(AssetAttribute.all().stream()
                        .filter(attribute -> attribute.isFilter()
                                && (attribute.kind() == Kind.TEXT || attribute.kind() == Kind.OS_FAMILY))
                        .map(AssetAttribute::column)
                        .toList());
        assertThat(sql.texts("""
            select attribute from (%s) as marked, cmdb_assets a, lateral (
                select text_scope_of(a.client_account_id, null,
                    jsonb_build_object(attribute, jsonb_build_array(upper(to_jsonb(a) ->> attribute))), null) as scope)
                as scoped
            where to_jsonb(a) ->> attribute is not null and count_texts(scope, null, up_to => 10) <> 1
            """.formatted(MARKED)))
                .as("write_asset_texts() writes no lexemes of these, or others than filter_marks() names; a migration"
                        + " replaces it")
                .isEmpty();
    }

    @Test
    void readsListsAndLimits() {
        assertThat(sql.text("select jsonb_texts('[\"a,b\", \"{c}\"]') = array['a,b', '{c}']"))
                .isEqualTo("t");
        assertThat(sql.text("select number_range('{\"min\": 1, \"max\": 2.5}')"))
                .isEqualTo("[1,2.5]");
        assertThat(sql.text("select number_range('{\"min\": 1}')")).isEqualTo("[1,)");
        assertThat(sql.text("select number_range('{\"max\": 2.5}')")).isEqualTo("(,2.5]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; 1",
                "{\"tags\": [\"other\", \"pci\"]}; 1",
                "{\"tags\": [\"PCI\"]}; 0",
                "{\"source_attributes\": {\"Rack\": \"A1\"}}; 1",
                "{\"source_attributes\": {\"Rack\": \"A1\", \"Row\": \"8\"}}; 0",
                "{\"cpu_count\": {\"min\": 2, \"max\": 2}}; 1",
                "{\"cpu_count\": {\"min\": 2.1}}; 0",
                "{\"storage_gib\": {\"max\": 99.50}}; 1",
                "{\"storage_gib\": {\"max\": 99.49}}; 0",
                "{\"memory_mib\": {\"min\": 0}}; 0",
                "{\"tags\": [\"pci\"], \"cpu_count\": {\"max\": 1}}; 0"
            })
    void comparesAssetsWithWhatHasNoMark(String filter, String passing) {
        sql.save(named("one")
                .tags(List.of("pci"))
                .sourceAttributes(Map.of("Rack", "A1", "Row", "7"))
                .cpuCount(2)
                .storageGib(new BigDecimal("99.5")));

        assertThat(sql.text("select count_texts(" + sql.scope("null", "'" + filter + "'", "null") + ", "
                        + sql.word("one") + ", up_to => 9)"))
                .isEqualTo(passing);
    }

    @Test
    void writesConditionsOfWhatIsAskedForOnly() {
        assertThat(sql.text("select asset_conditions('{\"memory_mib\": {\"min\": 1}}')"))
                .isEqualTo(" and a.memory_mib::numeric <@ number_range(($1).filter -> 'memory_mib')");
        assertThat(sql.text("select asset_conditions('{}')")).isEmpty();
    }

    @Test
    void makesAScopeOfEngagementsAndFilter() {
        assertThat(sql.text("select text_scope_of('00000000-0000-4000-8000-0000000000ab', null, null, null)"))
                .isEqualTo(
                        "(00000000-0000-4000-8000-0000000000ab,,,,,\"t.client_account_id = ($1).client_account_id\")");
        assertThat(sql.text("select (scope).required from (select text_scope_of('00000000-0000-4000-8000-0000000000ab',"
                        + " array['00000000-0000-4000-8000-000000000001',"
                        + " '00000000-0000-4000-8000-000000000002']::uuid[],"
                        + " '{\"location\": [\"x\"], \"tags\": [\"y\"]}', null) as scope) as made"))
                .matches("'000000ab#l[0-9a-f]+' & \\( '000000ab#n0{8}-0{4}-4000-8000-0{11}1'"
                        + " \\| '000000ab#n0{8}-0{4}-4000-8000-0{11}2' \\)");
        assertThat(sql.text("select (text_scope_of(null, null, '{\"location\": [\"x\"], \"tags\": [\"y\"]}',"
                        + " null)).filter"))
                .isEqualTo("{\"tags\": [\"y\"]}");
        assertThat(sql.text("select (text_scope_of(null, null, '{\"location\": [\"x\"]}', null)).filter"))
                .isNull();
    }

    @Test
    void refusesAFilterThatItDoesNotKnow() {
        assertThatThrownBy(
                        () -> sql.text("select text_scope_of(null, null, '{\"tags\": [], \"colour\": [\"x\"]}', null)"))
                .hasMessageContaining("colour");
    }

    @Test
    void looksAtTheTextsOfTheScopeOnly() {
        sql.save(
                sql.clients().northwindScope(),
                sql.clients().exit(),
                named("exit").description("oracle"));
        sql.save(
                sql.clients().northwindScope(),
                sql.clients().erp(),
                named("erp").description("oracle").location("Oslo"));
        sql.save(
                sql.clients().harborScope(),
                sql.clients().cloud(),
                named("cloud").description("oracle"));
        String exit = "array['" + sql.clients().exit() + "']::uuid[]";

        assertThat(counted("null", "null", "null")).isEqualTo("2");
        assertThat(counted(exit, "null", "null")).isEqualTo("1");
        assertThat(counted("'{}'", "null", "null")).isEqualTo("0");
        assertThat(counted("null", "'{\"location\": [\"Bonn\", \"OSLO\"]}'", "null"))
                .isEqualTo("1");
        assertThat(counted(exit, "'{\"location\": [\"Oslo\"]}'", "null")).isEqualTo("0");
        assertThat(counted("null", "null", "(select id from cmdb_assets where name = 'exit')"))
                .isEqualTo("1");
        assertThat(counted(exit, "null", "(select id from cmdb_assets where name = 'exit')"))
                .isEqualTo("0");
    }

    private String counted(String engagements, String filter, String excluded) {
        return sql.text("select count_texts(" + sql.scope(engagements, filter, excluded) + ", " + sql.word("oracl")
                + ", up_to => 9)");
    }

    @Test
    void countsUpToALimit() {
        for (String name : List.of("a", "b", "c")) {
            sql.save(named(name).description("oracle"));
        }

        assertThat(sql.text("select count_texts(" + sql.scope("null", "null", "null") + ", " + sql.word("oracl")
                        + ", up_to => 2)"))
                .isEqualTo("2");
    }
}
