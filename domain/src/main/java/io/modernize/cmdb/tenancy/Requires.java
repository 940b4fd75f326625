package io.modernize.cmdb.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that takes the caller's scope, and names the permission that the caller needs. Without it among the
 * {@link EffectivePermissions}, there is no scope.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Requires {
    Permission value();
}
