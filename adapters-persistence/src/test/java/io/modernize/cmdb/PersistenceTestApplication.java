package io.modernize.cmdb;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The database adapters by themselves. */
@NullMarked
@SpringBootApplication
public class PersistenceTestApplication {}
