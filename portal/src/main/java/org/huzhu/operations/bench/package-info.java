/** What is measured in a society that is made for it: how long payments and claims take. */
@NullMarked
package org.huzhu.operations.bench;

import org.jspecify.annotations.NullMarked;
