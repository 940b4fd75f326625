/** PostgreSQL adapter: the list of all tables of client accounts, and the deletion of their rows. */
@NullMarked
package io.modernize.cmdb.offboarding.persistence;

import org.jspecify.annotations.NullMarked;
