package io.modernize.cmdb.embedding.persistence;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpaces;
import io.modernize.cmdb.embedding.spaces.application.EmbeddingSpacesContract;
import io.modernize.cmdb.tenancy.TenantScope;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.persistence.KeptLogins;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcEmbeddingSpacesIT extends EmbeddingSpacesContract {
    @Autowired
    private EmbeddingSpaces spaces;

    @Autowired
    private ClientAccountRegistry registry;

    private final JdbcClient owner = KeptLogins.owner();
    private EmbeddingSpace other;
    private TenantScope northwind;
    private TenantScope harbor;

    @BeforeEach
    void beginAnew() {
        owner.sql("update embedding_spaces set active = false").update();
        owner.sql("update embedding_spaces set active = true where id = ?")
                .param(TestSpaces.create(3).id().value())
                .update();
        other = TestSpaces.create(4);
        var clients = RegisteredClients.in(registry);
        northwind = clients.northwindScope();
        harbor = clients.harborScope();
    }

    @Override
    protected EmbeddingSpaces spaces() {
        return spaces;
    }

    @Override
    protected EmbeddingSpace other() {
        return other;
    }

    @Override
    protected TenantScope northwind() {
        return northwind;
    }

    @Override
    protected TenantScope harbor() {
        return harbor;
    }

    @Test
    void sayThatThereIsNoneAtFirst() {
        owner.sql("update embedding_spaces set active = false").update();

        assertThatIllegalStateException().isThrownBy(() -> spaces.common());
        assertThatIllegalStateException().isThrownBy(() -> spaces.active(northwind));
    }
}
