package io.modernize.cmdb.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler of plain HTTP that changes something, and names its action in the audit log. Refusals of the handler
 * are recorded under this action. The handler itself records what it has done, together with the change. Mutations do
 * not need the annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audits {
    AuditAction value();
}
