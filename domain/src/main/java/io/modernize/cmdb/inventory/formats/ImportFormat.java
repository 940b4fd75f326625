package io.modernize.cmdb.inventory.formats;

import io.modernize.cmdb.inventory.records.RowMapper;
import io.modernize.cmdb.inventory.records.RowMapping;
import io.modernize.cmdb.inventory.records.SourceHeader;
import io.modernize.cmdb.inventory.records.SourceRecord;
import io.modernize.cmdb.inventory.records.TableLayout;
import java.util.Optional;

/** The formats that an import reads. Tables are recognised by their header in the order of declaration. */
public enum ImportFormat {
    // A relation table may have a sys_id too, so it is looked for before the configuration items.
    SERVICENOW_RELATIONS("servicenow", "ServiceNow relations (parent, child, type)", new ServiceNowRelations()),
    SERVICENOW_CI(
            "servicenow", "ServiceNow configuration items (sys_id, name, sys_class_name, …)", new ServiceNowItems()),
    AZURE_MIGRATE("azure-migrate", "Azure Migrate (*Server name, *Cores, *OS name, …)", new AzureMigrateServers()),
    AWS_MIGRATION_HUB(
            "aws-migration-hub", "AWS Migration Hub (ExternalId, HostName, OS.Name, …)", new AwsMigrationHubServers()),
    NETBOX_DEVICE("netbox-device", "NetBox devices (name, device_type, site, …)", new NetBoxDevices()),
    NETBOX_VIRTUAL_MACHINE(
            "netbox-vm", "NetBox virtual machines (name, cluster, vcpus, …)", new NetBoxVirtualMachines()),
    JSON_LINES("jsonl", "JSON Lines (one object with externalKey and name a line)", new JsonLinesAssets());

    private final String sourceSystem;
    private final String description;
    private final RowMapper mapper;

    ImportFormat(String sourceSystem, String description, RowMapper mapper) {
        this.sourceSystem = sourceSystem;
        this.description = description;
        this.mapper = mapper;
    }

    /** The register that rows of this format come from. A row of JSON Lines may name another one. */
    public String sourceSystem() {
        return sourceSystem;
    }

    /** The name of the format for people, and the beginning of its header. */
    public String description() {
        return description;
    }

    /**
     * Understands one row.
     *
     * @throws IllegalArgumentException for a JSON record in a tabular format, and the other way round
     */
    public RowMapping map(SourceRecord row) {
        return mapper.map(row);
    }

    boolean describes(SourceHeader header) {
        return mapper instanceof TableLayout layout && layout.describes(header);
    }

    Optional<String> lackingIn(SourceHeader header) {
        return mapper instanceof TableLayout layout ? layout.lackingIn(header) : Optional.empty();
    }
}
