package io.modernize.cmdb.tenancy.persistence;

import io.modernize.cmdb.tenancy.ClientAccount;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.Slug;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("client_accounts")
record ClientAccountRow(@Id UUID id, String slug, String name) {
    ClientAccount toDomain() {
        return new ClientAccount(new ClientAccountId(id), new Slug(slug), name);
    }
}
