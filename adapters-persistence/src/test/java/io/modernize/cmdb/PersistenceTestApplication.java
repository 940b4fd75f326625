package io.modernize.cmdb;

import io.modernize.cmdb.similarity.search.SearchCosts;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The database adapters by themselves. */
@NullMarked
@SpringBootApplication
public class PersistenceTestApplication {
    @Bean
    SearchPlanPolicy searchPlanPolicy() {
        return new SearchPlanPolicy(SearchCosts.MEASURED, 3_000);
    }
}
