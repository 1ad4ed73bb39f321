/** Tools for tests: generated cases with exact replay. */
@NullMarked
package org.huzhu.testkit;

import org.jspecify.annotations.NullMarked;
