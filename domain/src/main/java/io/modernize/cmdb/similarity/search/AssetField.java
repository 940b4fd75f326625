package io.modernize.cmdb.similarity.search;

import io.modernize.cmdb.inventory.Asset;
import io.modernize.cmdb.inventory.AssetAttribute;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an asset that a search by text looks at. The field of the greatest weight comes first. */
public enum AssetField {
    NAME(AssetAttribute.NAME),
    HOST_NAME(AssetAttribute.HOST_NAME),
    FQDN(AssetAttribute.FQDN),
    SERIAL_NUMBER(AssetAttribute.SERIAL_NUMBER),
    ASSET_TAG(AssetAttribute.ASSET_TAG),
    EXTERNAL_KEY(asset -> Stream.of(asset.key().externalKey())),
    ADDRESSES(AssetAttribute.ADDRESSES),
    CI_CLASS(AssetAttribute.CI_CLASS),
    ENVIRONMENT(AssetAttribute.ENVIRONMENT),
    OPERATING_SYSTEM(AssetAttribute.OS_NAME, AssetAttribute.OS_VERSION),
    LOCATION(AssetAttribute.LOCATION),
    OWNER(AssetAttribute.OWNER),
    SUPPORT_GROUP(AssetAttribute.SUPPORT_GROUP),
    TAGS(AssetAttribute.TAGS),
    RELATIONS(asset -> Stream.of(asset.relations())),
    DESCRIPTION(AssetAttribute.DESCRIPTION);

    /** The fields that identify an asset, each alone and as a whole. */
    static final List<AssetField> IDENTIFIERS =
            List.of(NAME, HOST_NAME, FQDN, SERIAL_NUMBER, ASSET_TAG, EXTERNAL_KEY, ADDRESSES);

    private final List<AssetAttribute> attributes;
    private final Function<Asset, Stream<String>> values;

    AssetField(AssetAttribute... attributes) {
        this.attributes = List.of(attributes);
        this.values = asset -> this.attributes.stream().flatMap(attribute -> texts(attribute.of(asset.attributes())));
    }

    /** A field that is no attribute. */
    AssetField(Function<Asset, Stream<String>> values) {
        this.attributes = List.of();
        this.values = values;
    }

    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Collection<?> several -> several.stream().map(Object::toString);
            case Object one -> Stream.of(one.toString());
        };
    }

    /** The attributes that the field shows; none where it shows something else. */
    public List<AssetAttribute> attributes() {
        return attributes;
    }

    /** The values of the field. There are none if the asset lacks the field. */
    List<String> valuesOf(Asset asset) {
        return values.apply(asset).filter(text -> !text.isEmpty()).toList();
    }

    /** Whether it is searched by its words, and not only as a whole. */
    public boolean hasWords() {
        return this != EXTERNAL_KEY;
    }
}
