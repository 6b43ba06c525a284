import { smallZip } from '../example/small-zip.ts';
import { officePackagePieces, packageSureness } from '../package/office-package.ts';
import type { Reader } from '../reader.ts';

const reader: Reader = {
  reader: 'pptx',
  title: 'PowerPoint presentations (.pptx, .pptm)',
  reference: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
  recognise: (content) => packageSureness(content, 'ppt', /\.(?:pptx|pptm|ppsx|ppsm|potx|potm)$/i),
  read: officePackagePieces,
  examples: [
    {
      name: 'slides in their order, one hidden, with notes',
      content: {
        name: 'onboarding.pptx',
        bytes: () =>
          smallZip({
            '[Content_Types].xml': '<Types/>',
            'ppt/presentation.xml':
              '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r1"/></p:sldIdLst></p:presentation>',
            'ppt/_rels/presentation.xml.rels':
              '<Relationships><Relationship Id="r1" Target="slides/slide1.xml"/><Relationship Id="r2" Target="slides/slide2.xml"/></Relationships>',
            'ppt/slides/slide1.xml': '<p:sld show="0"><a:p><a:r><a:t>Unseen</a:t></a:r></a:p></p:sld>',
            'ppt/slides/slide2.xml':
              '<p:sld><a:p><a:r><a:t>Wel</a:t></a:r><a:r><a:t>come</a:t></a:r></a:p><a:p><a:r><a:t>all</a:t></a:r></a:p></p:sld>',
            'ppt/slides/_rels/slide2.xml.rels':
              '<Relationships><Relationship Id="n" Target="../notesSlides/notesSlide1.xml"/></Relationships>',
            'ppt/notesSlides/notesSlide1.xml': '<p:notes><a:p><a:r><a:t>say it</a:t></a:r></a:p></p:notes>',
          }),
      },
      gives: ['text slide 1: Welcome⏎all', 'text notes 1: say it', 'text slide 2 (hidden): Unseen'],
    },
  ],
};

export default reader;
