<!DOCTYPE qgis>
<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol">
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,0" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="200,16,46,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.8" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="5" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="200,16,46,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="60,60,60,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.1" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="concat(&quot;node&quot;, ' (+', format_number(&quot;over_km&quot;, 3), ' km)')" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" forcedBold="0" forcedItalic="0" isExpression="1" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" previewBkgrdColor="255,255,255,255" tabStopDistance="6" tabStopDistanceUnit="Percentage" textColor="28,28,28,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.84999999999999998" bufferSize="0.69999999999999996" bufferSizeUnits="MM" />
   </text-style>
   <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="2.3999999999999999" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
  </settings>
 </labeling>
 <fieldConfiguration>
  <field name="centre">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Centre of the smallest circle" type="QString" value="enclosing" />
       </Option>
       <Option type="Map">
        <Option name="Core node" type="QString" value="core" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="distance_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="limit_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="over_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="node" index="0" name="Node" />
  <alias field="rule" index="1" name="Rule" />
  <alias field="reading" index="2" name="Reading" />
  <alias field="centre" index="3" name="From" />
  <alias field="distance_km" index="4" name="Distance, km" />
  <alias field="limit_km" index="5" name="Limit, km" />
  <alias field="over_km" index="6" name="Beyond the limit, km" />
 </aliases>
 <mapTip enabled="1">&lt;b&gt;[% "node" %]&lt;/b&gt;&lt;table&gt;&lt;tr&gt;&lt;th align='left'&gt;From&lt;/th&gt;&lt;td&gt;[% represent_value("centre") %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;th align='left'&gt;Distance, km&lt;/th&gt;&lt;td&gt;[% coalesce(format_number("distance_km", 3), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;th align='left'&gt;Limit, km&lt;/th&gt;&lt;td&gt;[% coalesce(format_number("limit_km", 0), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</mapTip>
</qgis>
