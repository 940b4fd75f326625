/** Decides who is let in before anybody signs in: origins of web pages, names of this machine, connections. */
@NullMarked
package io.modernize.cmdb.tenancy.wiring;

import org.jspecify.annotations.NullMarked;
