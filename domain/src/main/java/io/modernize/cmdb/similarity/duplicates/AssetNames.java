package io.modernize.cmdb.similarity.duplicates;

import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of an asset in a form that can be compared.
 *
 * @param qualified the fully qualified name in lower case; null if the asset has none
 * @param words the runs of letters of the short name, in lower case and in order
 * @param numbers the runs of digits of the short name without leading zeros, in order
 * @param shortName words and numbers in the order of the name, joined by hyphens; null if they identify nothing
 */
record AssetNames(
        @Nullable String qualified,
        List<String> words,
        List<String> numbers,
        @Nullable String shortName) {
    private static final int MAX_LENGTH = 253;
    private static final int MIN_LETTERS = 2;
    private static final int MIN_LENGTH_OF_SLIP = 5;
    private static final Pattern RUNS = Pattern.compile("\\p{L}+|\\p{N}+");

    /** Labels of a host name. The last one is not a number, because an IP address is not a name. */
    private static final Pattern QUALIFIED =
            Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.(?=[\\p{N}-]*\\p{L})[\\p{L}\\p{N}-]{2,}\\.?");

    private static final Set<String> PLACEHOLDERS = Set.of(
            "localhost",
            "localhost-localdomain",
            "unknown",
            "unnamed",
            "none",
            "null",
            "default",
            "template",
            "server",
            "host",
            "hostname",
            "test",
            "linux",
            "debian",
            "ubuntu",
            "centos",
            "raspberrypi");

    static AssetNames of(AssetAttributes asset) {
        if (!AssetKind.isHost(asset.ciClass())) {
            // The host name of a database or an application is that of the machine that it runs on.
            return of(null, asset.name());
        }
        String own = asset.hostName() == null ? asset.name() : asset.hostName();
        String qualified = Stream.concat(
                        Stream.ofNullable(asset.fqdn()),
                        Stream.of(own, asset.name()).filter(AssetNames::looksLikeAHost))
                .flatMap(name -> qualified(name).stream())
                .findFirst()
                .orElse(null);
        boolean withDomain = looksLikeAHost(own) && qualified(own).isPresent();
        return of(qualified, withDomain ? own.substring(0, own.indexOf('.')) : own);
    }

    /** Whether a name looks like {@code web01.example} or {@code mail.corp.example}, and not like {@code Node.js}. */
    private static boolean looksLikeAHost(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                && (name.indexOf('.', dot + 1) > 0 || name.chars().limit(dot).anyMatch(Character::isDigit));
    }

    private static Optional<String> qualified(String name) {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        if (bare.length() > MAX_LENGTH
                || bare.startsWith("localhost.")
                || !QUALIFIED.matcher(bare).matches()) {
            return Optional.empty();
        }
        return Optional.of(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare);
    }

    private static AssetNames of(@Nullable String qualified, String ownName) {
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Matcher runs = RUNS.matcher(ownName.toLowerCase(Locale.ROOT));
        while (runs.find()) {
            String run = runs.group();
            if (Character.isLetter(run.codePointAt(0))) {
                words.add(run);
            } else {
                // Sources disagree on proxy1 and proxy01, people do not name two machines so.
                run = run.replaceFirst("^0+(?=.)", "");
                numbers.add(run);
            }
            all.add(run);
        }
        String joined = String.join("-", all);
        boolean identifies =
                letters(words) >= MIN_LETTERS && joined.length() <= MAX_LENGTH && !PLACEHOLDERS.contains(joined);
        return new AssetNames(qualified, List.copyOf(words), List.copyOf(numbers), identifies ? joined : null);
    }

    NameRelation relationTo(AssetNames other) {
        if (qualified != null && qualified.equals(other.qualified)) {
            return NameRelation.SAME_QUALIFIED;
        }
        if (shortName == null || other.shortName == null) {
            return NameRelation.UNRELATED;
        }
        boolean bothQualified = qualified != null && other.qualified != null;
        if (shortName.equals(other.shortName)) {
            return bothQualified ? NameRelation.SIBLINGS : NameRelation.SAME;
        }
        if (!bothQualified && numbers.equals(other.numbers) && differInOneSlip(words, other.words)) {
            return NameRelation.SIMILAR;
        }
        return shareMostWords(other) ? NameRelation.SIBLINGS : NameRelation.UNRELATED;
    }

    /** The share of letters that are the same in two names that are {@link NameRelation#SIMILAR}. It is below 1. */
    double similarityTo(AssetNames other) {
        int letters = Math.max(letters(words), letters(other.words));
        return 1 - 1.0 / letters;
    }

    private static int letters(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private boolean shareMostWords(AssetNames other) {
        List<String> rest = new ArrayList<>(other.words);
        long shared = words.stream().filter(rest::remove).count();
        int longest = Math.max(words.size(), other.words.size());
        return longest > 0 && 2 * shared >= longest;
    }

    private static boolean differInOneSlip(List<String> some, List<String> others) {
        if (some.size() != others.size()) {
            return false;
        }
        int slips = 0;
        for (int i = 0; i < some.size(); i++) {
            String one = some.get(i);
            String other = others.get(i);
            if (!one.equals(other)) {
                if (Math.min(one.length(), other.length()) < MIN_LENGTH_OF_SLIP || !isOneSlip(one, other)) {
                    return false;
                }
                slips++;
            }
        }
        return slips == 1;
    }

    /**
     * Whether the texts differ in one letter that was changed, left out or added, or in two neighbours that were
     * swapped.
     */
    private static boolean isOneSlip(String one, String other) {
        int start = 0;
        int shorter = Math.min(one.length(), other.length());
        while (start < shorter && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        boolean swapped = left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        return swapped || Math.max(left.length(), right.length()) == 1;
    }
}
