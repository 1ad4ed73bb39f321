/**
 * The walls of the house that the compiler does not keep: who may use whom, how long a method may be, which words name
 * a type. See {@code docs/house.md}.
 */
@NullMarked
package org.huzhu.walls;

import org.jspecify.annotations.NullMarked;
