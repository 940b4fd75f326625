package io.modernize.cmdb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents name classes and packages that exist. A class that moves takes its mention along, or the build fails. */
class DocumentTests {
    /** A name of several words, such as {@code `FindSimilarAssets`}, alone or with a member. */
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z0-9]+[A-Z]\\w*)(?:\\.\\w+)?`");

    /** A class and its package, in a text. */
    private static final Pattern PLACE_IN_TEXT = Pattern.compile("`(\\w+)(?:\\.\\w+)?` \\(`([a-z]+(?:\\.[a-z]+)+)`");

    /** A class and its package, in a box of a diagram. */
    private static final Pattern PLACE_IN_DIAGRAM = Pattern.compile("\"(\\w+)<br/>([a-z.]*)\"");

    private static final Pattern GRAPHQL_TYPE =
            Pattern.compile("^(?:type|input|enum|union|interface|scalar) (\\w+)", Pattern.MULTILINE);

    /** Names that documents use and other projects define. */
    private static final Set<String> FOREIGN = Set.of(
            "A256GCM",
            "BeanRegistrar",
            "ConnectionFieldTypeVisitor",
            "CursorStrategy",
            "JobOperator",
            "JwtIssuerAuthenticationManagerResolver",
            "LimitNOFILE",
            "OutOfMemoryError");

    /** Its names are columns of the files that it describes. */
    private static final String IMPORT_FORMATS = "import-formats.md";

    private static final Map<String, Set<String>> PACKAGES_BY_TYPE = DeclaredTypes.packagesByType();

    static Stream<Path> documents() {
        return SourceTree.documents().stream().filter(document -> !document.endsWith(IMPORT_FORMATS));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesWhatExists(Path document) throws IOException {
        assertThat(mistakesIn(Files.readString(document)))
                .as(document.toString())
                .isEmpty();
    }

    @Test
    void seesTheDocuments() {
        assertThat(documents())
                .extracting(document -> document.getFileName().toString())
                .contains("ARCHITECTURE.md", "README.md", "extending.md", "0001-rings-and-capabilities.md");
    }

    @Test
    void noticesWhatDoesNotExist() {
        assertThat(mistakesIn("`NoSuchClass` is gone, `RuleTests` (`jobs.batch`) has moved, `RuleTests` has not"))
                .containsExactly("no type NoSuchClass", "RuleTests is not in jobs.batch");
        assertThat(mistakesIn("RuleTests[\"RuleTests<br/>architecture\"] --> Other[\"Other<br/>jobs\"]"))
                .containsExactly("Other is not in jobs");
    }

    private static List<String> mistakesIn(String text) {
        List<String> mistakes = new ArrayList<>();
        NAME.matcher(text).results().map(found -> found.group(1)).distinct().forEach(name -> {
            if (!isKnown(name)) {
                mistakes.add("no type " + name);
            }
        });
        Stream.concat(
                        PLACE_IN_TEXT.matcher(text).results().filter(found -> isOurs(found.group(1))),
                        PLACE_IN_DIAGRAM.matcher(text).results())
                .filter(found -> !isInPlace(found))
                .forEach(found -> mistakes.add(found.group(1) + " is not in " + found.group(2)));
        return mistakes;
    }

    private static boolean isKnown(String name) {
        return isOurs(name) || FOREIGN.contains(name) || graphQlTypes().anyMatch(name::equals);
    }

    private static boolean isOurs(String name) {
        return PACKAGES_BY_TYPE.containsKey(name);
    }

    private static boolean isInPlace(MatchResult found) {
        return PACKAGES_BY_TYPE.getOrDefault(found.group(1), Set.of()).contains(found.group(2));
    }

    private static Stream<String> graphQlTypes() {
        return SourceTree.schemas().stream().flatMap(schema -> {
            try {
                return GRAPHQL_TYPE.matcher(Files.readString(schema)).results().map(found -> found.group(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
