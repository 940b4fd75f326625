package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttributes;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which other assets are like an asset: its name without the domain, and the words for what it is and
 * does.
 */
public final class LikenessText {
    /**
     * The length of the description that is used. Only so many words are looked up, and the first lines say what an
     * asset is for.
     */
    private static final int MAX_DESCRIPTION = 300;

    private LikenessText() {}

    /**
     * The text of an asset. It leaves out values that tell the asset from others, such as addresses and serial numbers.
     */
    public static QueryText of(Asset asset) {
        AssetAttributes attributes = asset.attributes();
        String name = attributes.name();
        String shortName = name.indexOf('.') > 0 ? name.substring(0, name.indexOf('.')) : name;
        String description = attributes.description() == null ? "" : attributes.description();
        String ciClass = attributes.ciClass() == null
                ? ""
                : attributes.ciClass().toLowerCase(Locale.ROOT).replace("cmdb_ci_", "");
        String text = Stream.of(
                        Stream.of(shortName, ciClass),
                        Stream.ofNullable(attributes.osName()),
                        Stream.ofNullable(attributes.supportGroup()),
                        attributes.tags().stream(),
                        Stream.of(description.substring(0, Math.min(MAX_DESCRIPTION, description.length()))))
                .flatMap(words -> words)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" "));
        return new QueryText(text.length() <= QueryText.MAX_LENGTH ? text : text.substring(0, QueryText.MAX_LENGTH));
    }
}
