package io.modernize.cmdb.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of plain HTTP that changes something: as what its refusals stand in the audit log. What it has done it
 * writes itself, with the change. Mutations need none of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audits {
    AuditAction value();
}
