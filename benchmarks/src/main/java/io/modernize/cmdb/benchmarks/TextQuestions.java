package io.modernize.cmdb.benchmarks;

import io.modernize.cmdb.benchmarks.Seeds.Purpose;
import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.similarity.filter.AssetCondition;
import io.modernize.cmdb.similarity.filter.AssetFilter;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes questions about a client's assets. Each is about one that exists. */
final class TextQuestions {
    private final TextClient client;
    private final VectorSource vectors;

    TextQuestions(TextClient client, VectorSource vectors) {
        this.client = client;
        this.vectors = vectors;
    }

    List<TextQuestion> of(TextQuestion.Kind kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> question(kind, number))
                .toList();
    }

    /** The question with that number. It is the same each time. */
    TextQuestion question(TextQuestion.Kind kind, int number) {
        SplittableRandom random = Seeds.random(Purpose.TEXT_QUESTION, client.row(number) * 10L + kind.ordinal());
        TextAsset asset = TextAsset.of(client, random.nextInt(client.assets()));
        float[] vector = Vectors.near(vectors.vector(client.row(asset.number()), client.number()), 0.4, random);
        String text = text(kind, asset, number, random);
        TenantScope scope = kind == TextQuestion.Kind.ENGAGEMENT ? client.sideScope() : client.scope();
        AssetFilter filter =
                kind == TextQuestion.Kind.FILTERED ? location(asset.site().location()) : AssetFilter.none();
        return new TextQuestion(kind, scope, text, filter, vector, expected(kind, asset, text));
    }

    private static String text(TextQuestion.Kind kind, TextAsset asset, int number, SplittableRandom random) {
        String environment = asset.stage().environment();
        return switch (kind) {
            case IDENTIFIER ->
                List.of(asset.name(), asset.serialNumber(), asset.assetTag()).get(number % 3);
            case PREFIX ->
                number % 2 == 0
                        ? asset.name().substring(0, asset.name().length() - 2)
                        : asset.serialNumber().substring(0, 7);
            case MISTYPED -> mistyped(number % 2 == 0 ? asset.name() : asset.serialNumber(), random);
            case RARE -> asset.project() + " " + asset.lastName();
            case COMMON -> environment + " " + asset.system().family() + " servers";
            case SENTENCE ->
                "%s server for %s in %s project %s"
                        .formatted(
                                asset.role().word(),
                                asset.business(),
                                asset.site().location(),
                                asset.project());
            case FILTERED -> asset.role().word() + " server " + asset.business();
            case ENGAGEMENT -> environment + " " + asset.role().word() + " " + asset.business();
        };
    }

    /** The identifier with two neighbours changed, one of them a letter. It is then nobody else's. */
    static String mistyped(String identifier, SplittableRandom random) {
        while (true) {
            int place = 1 + random.nextInt(identifier.length() - 2);
            char left = identifier.charAt(place);
            char right = identifier.charAt(place + 1);
            if (left != right && (Character.isLetter(left) || Character.isLetter(right))) {
                return identifier.substring(0, place) + right + left + identifier.substring(place + 2);
            }
        }
    }

    private static Predicate<Asset> expected(TextQuestion.Kind kind, TextAsset asset, String text) {
        return switch (kind) {
            case IDENTIFIER, MISTYPED -> found -> found.attributes().name().equals(asset.name());
            case PREFIX -> found -> begins(found.attributes(), text.toLowerCase(Locale.ROOT));
            case RARE, SENTENCE ->
                found -> Objects.toString(found.attributes().description()).contains(asset.project());
            case COMMON ->
                found -> asset.stage().environment().equals(found.attributes().environment());
            case FILTERED, ENGAGEMENT ->
                found -> Objects.toString(found.attributes().description()).contains(asset.business());
        };
    }

    private static boolean begins(AssetAttributes attributes, String text) {
        return attributes.name().startsWith(text)
                || Objects.toString(attributes.serialNumber())
                        .toLowerCase(Locale.ROOT)
                        .startsWith(text);
    }

    private static AssetFilter location(String location) {
        return AssetFilter.of(AssetCondition.oneOf(AssetAttribute.LOCATION, location));
    }
}
