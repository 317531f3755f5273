#include "translations/translationresources.h"

#include <QtGlobal>

void initTranslationResources()
{
    Q_INIT_RESOURCE(i18n);
}
