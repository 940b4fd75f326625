package io.modernize.cmdb.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that holds for the whole code base, and why.
 *
 * <p>An exemption names one class and its reason. One that has nothing to exempt any more must go, which a test checks.
 */
final class Rule {
    private final String description;
    private final Function<Codebase, List<String>> check;
    private final Map<String, String> exemptions;

    private Rule(String description, Function<Codebase, List<String>> check, Map<String, String> exemptions) {
        this.description = description;
        this.check = check;
        this.exemptions = exemptions;
    }

    /** A rule over class files. One that finds nothing to look at fails, instead of holding for nothing. */
    static Rule of(ArchRule rule) {
        ArchRule strict = rule.allowEmptyShould(false);
        return new Rule(
                rule.getDescription(),
                code -> strict.evaluate(code.classes()).getFailureReport().getDetails(),
                Map.of());
    }

    /** A rule over Java files, for what class files do not show. */
    static Rule over(
            Function<Codebase, List<SourceFile>> subject,
            Function<List<SourceFile>, Stream<String>> violations,
            String description,
            String because) {
        String full = description + ", because " + because;
        return new Rule(
                full,
                code -> {
                    List<SourceFile> files = subject.apply(code);
                    if (files.isEmpty()) {
                        throw new AssertionError("Rule '" + full + "' failed to check any files");
                    }
                    return violations.apply(files).toList();
                },
                Map.of());
    }

    Rule except(Class<?> type, String reason) {
        return except(type.getName(), reason);
    }

    Rule except(String className, String reason) {
        Map<String, String> more = new LinkedHashMap<>(exemptions);
        more.put(className, reason);
        return new Rule(description, check, more);
    }

    List<String> violationsIn(Codebase code) {
        return check.apply(code).stream()
                .filter(violation -> exemptions.keySet().stream().noneMatch(name -> names(violation, name)))
                .toList();
    }

    /** Exempted classes that do not break this rule. */
    List<String> unneededExemptionsIn(Codebase code) {
        if (exemptions.isEmpty()) {
            return List.of();
        }
        List<String> all = check.apply(code);
        return exemptions.keySet().stream()
                .filter(name -> all.stream().noneMatch(violation -> names(violation, name)))
                .toList();
    }

    /** The subject of a violation is named first; what it names later is what it should not have touched. */
    private static boolean names(String violation, String className) {
        return Pattern.compile("^[^<]*<" + Pattern.quote(className) + "(?![\\w$])")
                .matcher(violation)
                .find();
    }

    boolean isReasoned() {
        return description.contains(", because ")
                && exemptions.values().stream().noneMatch(String::isBlank);
    }

    @Override
    public String toString() {
        return description;
    }
}
