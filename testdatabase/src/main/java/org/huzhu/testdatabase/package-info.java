/** Databases for tests, on a real PostgreSQL: begin with {@link org.huzhu.testdatabase.TestDatabase}. */
@NullMarked
package org.huzhu.testdatabase;

import org.jspecify.annotations.NullMarked;
