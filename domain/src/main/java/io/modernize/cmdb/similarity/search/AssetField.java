package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an asset that a search by text looks at. The field of the greatest weight comes first. */
public enum AssetField {
    NAME(asset -> present(asset.attributes().name())),
    HOST_NAME(asset -> present(asset.attributes().hostName())),
    FQDN(asset -> present(asset.attributes().fqdn())),
    SERIAL_NUMBER(asset -> present(asset.attributes().serialNumber())),
    ASSET_TAG(asset -> present(asset.attributes().assetTag())),
    EXTERNAL_KEY(asset -> present(asset.key().externalKey())),
    ADDRESSES(asset -> asset.attributes().addresses()),
    CI_CLASS(asset -> present(asset.attributes().ciClass())),
    ENVIRONMENT(asset -> present(asset.attributes().environment())),
    OPERATING_SYSTEM(
            asset -> present(asset.attributes().osName(), asset.attributes().osVersion())),
    LOCATION(asset -> present(asset.attributes().location())),
    OWNER(asset -> present(asset.attributes().owner())),
    SUPPORT_GROUP(asset -> present(asset.attributes().supportGroup())),
    TAGS(asset -> asset.attributes().tags()),
    RELATIONS(asset -> present(asset.relations())),
    DESCRIPTION(asset -> present(asset.attributes().description()));

    /** The fields that identify an asset, each alone and as a whole. */
    static final List<AssetField> IDENTIFIERS =
            List.of(NAME, HOST_NAME, FQDN, SERIAL_NUMBER, ASSET_TAG, EXTERNAL_KEY, ADDRESSES);

    private final Function<Asset, List<String>> values;

    AssetField(Function<Asset, List<String>> values) {
        this.values = values;
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts)
                .<String>mapMulti((text, present) -> {
                    if (text != null && !text.isEmpty()) {
                        present.accept(text);
                    }
                })
                .toList();
    }

    /** The values of the field. There are none if the asset lacks the field. */
    List<String> valuesOf(Asset asset) {
        return values.apply(asset);
    }

    /** Whether the field is searched by its words, and not only as a whole. */
    boolean hasWords() {
        return this != EXTERNAL_KEY;
    }
}
