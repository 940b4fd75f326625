package io.modernize.cmdb;

import io.modernize.cmdb.embedding.persistence.DatabaseWorld;
import io.modernize.cmdb.similarity.search.SearchCosts;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.tenancy.application.ClientAccountRegistry;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.RegisteredClients;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** The database adapters by themselves, and what each test has of its own. */
@NullMarked
@SpringBootApplication
@Import(DatabaseWorld.class)
public class PersistenceTestApplication {
    @Bean
    SearchPlanPolicy searchPlanPolicy() {
        return new SearchPlanPolicy(SearchCosts.MEASURED, 3_000);
    }

    /** New ones for each test that asks for them. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    TwoClients twoClients(ClientAccountRegistry registry) {
        return RegisteredClients.in(registry);
    }
}
