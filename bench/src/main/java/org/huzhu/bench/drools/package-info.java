/**
 * The facts as Drools wants them, objects one by one, and the arithmetic that its rules call. Public, since what Drools
 * compiles lives elsewhere.
 */
@NullMarked
package org.huzhu.bench.drools;

import org.jspecify.annotations.NullMarked;
