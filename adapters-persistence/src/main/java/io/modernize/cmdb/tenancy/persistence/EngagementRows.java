package io.modernize.cmdb.tenancy.persistence;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Only queries that name the client account. */
interface EngagementRows extends Repository<EngagementRow, UUID> {
    List<EngagementRow> findByClientAccountIdOrderByNameAscIdAsc(UUID clientAccountId);
}
