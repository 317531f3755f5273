#include "resources/webresources.h"

#include <QtCore/qglobal.h>

// Q_INIT_RESOURCE declares a function of the global namespace, so this cannot live in namespace confab.
void initWebResources()
{
    Q_INIT_RESOURCE(web);
}
