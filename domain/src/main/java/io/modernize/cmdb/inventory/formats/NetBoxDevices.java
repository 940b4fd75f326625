package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.AssetAttributes;
import io.modernize.cmdb.inventory.imports.ImportLimits;
import io.modernize.cmdb.inventory.records.CompositeKey;
import io.modernize.cmdb.inventory.records.NumberStyle;
import io.modernize.cmdb.inventory.records.NumberText;
import io.modernize.cmdb.inventory.records.PresentText;
import io.modernize.cmdb.inventory.records.PrintableText;
import io.modernize.cmdb.inventory.records.RowFields;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.TableLayout;
import io.modernize.cmdb.inventory.records.TableRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of NetBox's device table. In NetBox, a device may have no name, and devices of different sites may share
 * one. The key is therefore the first of these that the row has: serial number, asset tag, name with site and tenant,
 * place in the rack with device type. A row that has none of them is rejected, since its second import could not find
 * it again.
 */
final class NetBoxDevices implements TableLayout {
    /** A part of the role and the class that it means, in the order of looking. */
    private static final List<Map.Entry<String, String>> CLASS_BY_ROLE = List.of(
            Map.entry("firewall", "cmdb_ci_ip_firewall"),
            Map.entry("router", "cmdb_ci_ip_router"),
            Map.entry("switch", "cmdb_ci_ip_switch"),
            Map.entry("pdu", "cmdb_ci_pdu"),
            Map.entry("patch panel", "cmdb_ci_patch_panel"),
            Map.entry("server", "cmdb_ci_server"));

    private static final String OTHER_GEAR = "cmdb_ci_netgear";

    @Override
    public boolean describes(SourceHeader header) {
        return header.has("device_type") && header.countOf(List.of("site", "role", "rack", "manufacturer")) >= 1;
    }

    @Override
    public Optional<String> lackingIn(SourceHeader header) {
        return TableLayout.lacking(header, "site");
    }

    @Override
    public RowMapping map(TableRecord row) {
        Device device = Device.of(new RowFields(row), row.numberStyle());
        RowFields fields = device.fields;
        AssetAttributes.Builder attributes = fields.asset(device.displayName())
                .ciClass(ciClass(device.role))
                .description(PresentText.lines(device.inWords(), fields.prose("description"), fields.prose("comments")))
                .osName(fields.text("platform"))
                .location(device.site)
                .owner(device.tenant)
                .status(fields.text("status"))
                .serialNumber(device.serial)
                .assetTag(device.assetTag)
                .addresses(fields.addresses("primary_ip4", "primary_ip6", "primary_ip"))
                .tags(fields.values("tags"));
        return fields.findings().asset(ImportFormat.NETBOX_DEVICE.sourceSystem(), device.key(), attributes);
    }

    private static String ciClass(@Nullable String role) {
        String name = role == null ? "" : role.toLowerCase(Locale.ROOT);
        return CLASS_BY_ROLE.stream()
                .filter(entry -> name.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER_GEAR);
    }

    /** The cells that identify and name a device. */
    private record Device(
            RowFields fields,
            @Nullable String name,
            @Nullable String role,
            @Nullable String model,
            @Nullable String deviceType,
            @Nullable String site,
            @Nullable String location,
            @Nullable String rack,
            @Nullable String position,
            @Nullable String tenant,
            @Nullable String serial,
            @Nullable String assetTag) {

        static Device of(RowFields fields, NumberStyle numberStyle) {
            String deviceType = fields.text("device_type");
            String model = PresentText.words(fields.text("manufacturer"), deviceType);
            return new Device(
                    fields,
                    fields.name("name"),
                    fields.text("role", "device_role"),
                    model.isEmpty() ? null : model,
                    deviceType,
                    fields.text("site"),
                    fields.text("location"),
                    fields.text("rack"),
                    shortest(fields.text("position"), numberStyle),
                    fields.text("tenant"),
                    fields.text("serial"),
                    fields.text("asset_tag"));
        }

        /** The shortest form of a position in a rack. {@code 11.0} and {@code 11} are the same place. */
        private static @Nullable String shortest(@Nullable String position, NumberStyle numberStyle) {
            return position == null
                    ? null
                    : NumberText.decimal(position, numberStyle)
                            .map(number -> number.stripTrailingZeros().toPlainString())
                            .orElse(position);
        }

        @Nullable
        String key() {
            if (serial != null) {
                return CompositeKey.of("serial", serial);
            }
            if (assetTag != null) {
                return CompositeKey.of("asset-tag", assetTag);
            }
            if (site == null) {
                fields.findings().add("site", null, "is needed to tell this device from others of its name or place");
                return null;
            }
            if (name != null) {
                return CompositeKey.of("name", lowerCase(site), lowerCase(tenant), lowerCase(name));
            }
            if (rack == null || position == null) {
                fields.findings()
                        .add(
                                "name",
                                null,
                                "is blank, and nothing else identifies the device:"
                                        + " fill name, serial, asset_tag, or both rack and position");
                return null;
            }
            return CompositeKey.of(
                    "slot", lowerCase(site), lowerCase(location), lowerCase(rack), position, lowerCase(deviceType));
        }

        /** The text in lower case, because NetBox itself compares names without case. */
        private static @Nullable String lowerCase(@Nullable String text) {
            return text == null ? null : text.toLowerCase(Locale.ROOT);
        }

        /**
         * The name of the device. A device without a name is called by its type and its place: {@code Panduit 48-Port
         * Patch Panel, DM-Akron, Comms closet U11}.
         */
        String displayName() {
            if (name != null) {
                return name;
            }
            String what = model != null ? model : role != null ? role : "Unnamed device";
            String place = PresentText.words(rack, PresentText.labelled("U", position));
            String described = PresentText.phrases(what, site, location, place);
            // The parts are bounded, their sum is not; a display name identifies nothing and may be cut.
            return PrintableText.of(described, ImportLimits.NAME_CHARS);
        }

        String inWords() {
            return PresentText.phrases(
                    role,
                    model,
                    PresentText.labelled("location ", location),
                    PresentText.labelled("rack ", rack),
                    PresentText.labelled("position U", position));
        }
    }
}
