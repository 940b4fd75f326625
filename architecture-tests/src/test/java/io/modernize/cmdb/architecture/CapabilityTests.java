package io.modernize.cmdb.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import io.modernize.cmdb.CmdbSimilarityApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** The capabilities as Spring Modulith sees them: packages under the main class, over all jars. */
class CapabilityTests {
    private static final ApplicationModules MODULES =
            ApplicationModules.of(CmdbSimilarityApplication.class, new ProductionCode());

    @Test
    void areTheseTen() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "tenancy",
                        "audit",
                        "offboarding",
                        "jobs",
                        "inventory",
                        "embedding",
                        "similarity",
                        "administration",
                        "api",
                        "operations");
    }

    /** A jar that Modulith does not see would pass every verification. */
    @Test
    void spanTheJars() {
        for (String name : LeafPackages.MODULE_BY_PACKAGE.keySet()) {
            if (!name.isEmpty()) {
                assertThat(MODULES.getModuleForPackage(Layout.ROOT + "." + name))
                        .as(name)
                        .hasValueSatisfying(module ->
                                assertThat(module.getIdentifier().toString()).isEqualTo(name.split("\\.")[0]));
            }
        }
    }

    @Test
    void dependOnEachOtherAsDeclared() {
        MODULES.verify();
    }

    @Test
    void areRefusedWhereTheyDoNot() {
        ApplicationModules broken =
                ApplicationModules.of(Layout.FIXTURES + ".modulith", (ImportOption) location -> true);

        assertThatThrownBy(broken::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Cycle detected: Slice inventory")
                .hasMessageContaining("Module 'tenancy' depends on module 'inventory'")
                .hasMessageContaining("Allowed targets: none")
                .hasMessageContaining("Module 'inventory' depends on non-exposed type")
                .hasMessageContaining("tenancy.persistence.AccountRow");
    }

    @Test
    void areDocumented() {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("target/modulith"))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
    }
}
