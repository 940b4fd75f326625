package io.modernize.cmdb.tenancy.persistence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ClientAccountRows extends Repository<ClientAccountRow, UUID> {
    Optional<ClientAccountRow> findById(UUID id);
}
