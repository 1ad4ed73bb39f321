/** Where a unit registers by itself: pages for whoever comes, without signing in. */
@NullMarked
package org.huzhu.portal.join;

import org.jspecify.annotations.NullMarked;
