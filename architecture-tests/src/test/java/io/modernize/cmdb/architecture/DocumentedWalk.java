package io.modernize.cmdb.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A counted walk as a document describes it.
 *
 * @param title of its section
 * @param hops the number that the document states
 * @param steps the methods of the chain, the entry first
 * @param classesToOpen the number that the document states
 * @param besides the classes to open that the chain does not have
 * @param boxes the classes of the diagram above
 */
record DocumentedWalk(
        String title, int hops, List<Step> steps, int classesToOpen, List<String> besides, List<String> boxes) {
    private static final Pattern SECTION = Pattern.compile("^### (.+)$", Pattern.MULTILINE);
    private static final Pattern BOX = Pattern.compile("(\\w+)\\[\"");
    private static final Pattern HOPS = Pattern.compile("^(\\d+) hops: (.+?)\\.$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("(^|→|⇢)\\s*`(\\w+)\\.(\\w+)`");
    private static final Pattern CLASSES =
            Pattern.compile("^(\\d+) classes to open: (.+?)\\.$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /**
     * A method of the chain.
     *
     * @param byFramework whether a framework calls it, and not the class of the step before
     */
    record Step(String type, String method, boolean byFramework) {
        @Override
        public String toString() {
            return type + "." + method;
        }
    }

    /** The walks of a document, one for each section that counts hops. */
    static List<DocumentedWalk> in(String document) {
        List<MatchResult> titles = SECTION.matcher(document).results().toList();
        List<DocumentedWalk> walks = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            int end = i + 1 < titles.size() ? titles.get(i + 1).start() : document.length();
            String section = document.substring(titles.get(i).end(), end);
            of(titles.get(i).group(1), section).ifPresent(walks::add);
        }
        return walks;
    }

    private static Optional<DocumentedWalk> of(String title, String section) {
        Matcher hops = HOPS.matcher(section);
        if (!hops.find()) {
            return Optional.empty();
        }
        Matcher classes = CLASSES.matcher(section);
        boolean counted = classes.find();
        return Optional.of(new DocumentedWalk(
                title,
                Integer.parseInt(hops.group(1)),
                STEP.matcher(hops.group(2))
                        .results()
                        .map(step -> new Step(
                                step.group(2), step.group(3), step.group(1).equals("⇢")))
                        .toList(),
                counted ? Integer.parseInt(classes.group(1)) : 0,
                counted ? names(NAME, classes.group(2)) : List.of(),
                names(BOX, section)));
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The classes of the chain, and those besides it. */
    Stream<String> classes() {
        return Stream.concat(steps.stream().map(Step::type), besides.stream());
    }
}
