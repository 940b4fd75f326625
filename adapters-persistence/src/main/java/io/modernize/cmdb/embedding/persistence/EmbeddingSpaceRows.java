package io.modernize.cmdb.embedding.persistence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface EmbeddingSpaceRows extends Repository<EmbeddingSpaceRow, UUID> {
    Optional<EmbeddingSpaceRow> findByActiveTrue();
}
